// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TenureChangeResponse */
public final class TenureChangeResponse extends Value {
  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("kind")
  private TransitionKind kind;

  @JsonProperty("gateReportId")
  private UUID gateReportId;

  @JsonProperty("verdict")
  private Verdict verdict;

  @JsonProperty("appliedBy")
  private String appliedBy;

  @JsonProperty("requestedBy")
  private String requestedBy;

  @JsonProperty("approvedBy")
  private List<String> approvedBy;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("evaluationIds")
  private List<String> evaluationIds;

  /** Id of the transition. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public TenureChangeResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** The version it moved. */
  public Integer getVersion() {
    return version;
  }

  public TenureChangeResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Kind of the move. */
  public TransitionKind getKind() {
    return kind;
  }

  public TenureChangeResponse kind(TransitionKind kind) {
    this.kind = kind;
    return this;
  }

  /** The gate report it rests on; null when no gates judged. */
  public UUID getGateReportId() {
    return gateReportId;
  }

  public TenureChangeResponse gateReportId(UUID gateReportId) {
    this.gateReportId = gateReportId;
    return this;
  }

  /** What the gates said; null when they did not judge. */
  public Verdict getVerdict() {
    return verdict;
  }

  public TenureChangeResponse verdict(Verdict verdict) {
    this.verdict = verdict;
    return this;
  }

  /** Whose call applied it. */
  public String getAppliedBy() {
    return appliedBy;
  }

  public TenureChangeResponse appliedBy(String appliedBy) {
    this.appliedBy = appliedBy;
    return this;
  }

  /** Who asked for it. */
  public String getRequestedBy() {
    return requestedBy;
  }

  public TenureChangeResponse requestedBy(String requestedBy) {
    this.requestedBy = requestedBy;
    return this;
  }

  /** Who approved it, in the order of their decisions. */
  public List<String> getApprovedBy() {
    return approvedBy;
  }

  public TenureChangeResponse approvedBy(List<String> approvedBy) {
    this.approvedBy = approvedBy;
    return this;
  }

  /** Why, in the words of who asked; null when nobody said. */
  public String getReason() {
    return reason;
  }

  public TenureChangeResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** The evaluations the gates judged by. */
  public List<String> getEvaluationIds() {
    return evaluationIds;
  }

  public TenureChangeResponse evaluationIds(List<String> evaluationIds) {
    this.evaluationIds = evaluationIds;
    return this;
  }
}
