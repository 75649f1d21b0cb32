// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TransitionStandingResponse */
public final class TransitionStandingResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("status")
  private TransitionStatus status;

  @JsonProperty("reportDigest")
  private String reportDigest;

  @JsonProperty("holds")
  private Boolean holds;

  @JsonProperty("pins")
  private List<PinStandingResponse> pins;

  @JsonProperty("blockers")
  private List<TransitionBlockerResponse> blockers;

  @JsonProperty("demand")
  private ApprovalDemandResponse demand;

  @JsonProperty("mayDecide")
  private MayDecideResponse mayDecide;

  @JsonProperty("ifApproved")
  private ForeseenOutcomeResponse ifApproved;

  /** Identifier of the transition. */
  public UUID getId() {
    return id;
  }

  public TransitionStandingResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Its status. */
  public TransitionStatus getStatus() {
    return status;
  }

  public TransitionStandingResponse status(TransitionStatus status) {
    this.status = status;
    return this;
  }

  /** Digest of the gate report it rests on, to be sent back with a decision; null when no gate judged. */
  public String getReportDigest() {
    return reportDigest;
  }

  public TransitionStandingResponse reportDigest(String reportDigest) {
    this.reportDigest = reportDigest;
    return this;
  }

  /** Whether it is open and all that it is pinned to is as it was. */
  public Boolean getHolds() {
    return holds;
  }

  public TransitionStandingResponse holds(Boolean holds) {
    this.holds = holds;
    return this;
  }

  /** What it is pinned to, then and now; empty once it has its outcome. */
  public List<PinStandingResponse> getPins() {
    return pins;
  }

  public TransitionStandingResponse pins(List<PinStandingResponse> pins) {
    this.pins = pins;
    return this;
  }

  /** Everything that stands in the way now, with who can clear it. */
  public List<TransitionBlockerResponse> getBlockers() {
    return blockers;
  }

  public TransitionStandingResponse blockers(List<TransitionBlockerResponse> blockers) {
    this.blockers = blockers;
    return this;
  }

  /** The approvals it waits for; null when it asks for none. */
  public ApprovalDemandResponse getDemand() {
    return demand;
  }

  public TransitionStandingResponse demand(ApprovalDemandResponse demand) {
    this.demand = demand;
    return this;
  }

  /** Whether the caller may decide on it. */
  public MayDecideResponse getMayDecide() {
    return mayDecide;
  }

  public TransitionStandingResponse mayDecide(MayDecideResponse mayDecide) {
    this.mayDecide = mayDecide;
    return this;
  }

  /** What an approval by the caller would make of it now; null when the caller may not decide. */
  public ForeseenOutcomeResponse getIfApproved() {
    return ifApproved;
  }

  public TransitionStandingResponse ifApproved(ForeseenOutcomeResponse ifApproved) {
    this.ifApproved = ifApproved;
    return this;
  }
}
