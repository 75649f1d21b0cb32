// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RollbackPreviewResponse */
public final class RollbackPreviewResponse extends Value {
  @JsonProperty("displacedVersion")
  private Integer displacedVersion;

  @JsonProperty("productionAfterwards")
  private Integer productionAfterwards;

  @JsonProperty("expectedIncumbent")
  private Integer expectedIncumbent;

  @JsonProperty("model")
  private String model;

  @JsonProperty("target")
  private RollbackTargetResponse target;

  @JsonProperty("allowed")
  private Boolean allowed;

  @JsonProperty("blockers")
  private List<TransitionBlockerResponse> blockers;

  @JsonProperty("gatesRequired")
  private Boolean gatesRequired;

  @JsonProperty("gateReport")
  private GateReportResponse gateReport;

  /** The version in Production that would go to Archived; null when Production is empty. */
  public Integer getDisplacedVersion() {
    return displacedVersion;
  }

  public RollbackPreviewResponse displacedVersion(Integer displacedVersion) {
    this.displacedVersion = displacedVersion;
    return this;
  }

  /** The version that the stage Production and the alias champion answer afterwards; null while nothing stands there. */
  public Integer getProductionAfterwards() {
    return productionAfterwards;
  }

  public RollbackPreviewResponse productionAfterwards(Integer productionAfterwards) {
    this.productionAfterwards = productionAfterwards;
    return this;
  }

  /** The version in Production now, to be sent back as `expectedIncumbent`; null when it is empty. */
  public Integer getExpectedIncumbent() {
    return expectedIncumbent;
  }

  public RollbackPreviewResponse expectedIncumbent(Integer expectedIncumbent) {
    this.expectedIncumbent = expectedIncumbent;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public RollbackPreviewResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The version that would be put back; null when there is none to return to. */
  public RollbackTargetResponse getTarget() {
    return target;
  }

  public RollbackPreviewResponse target(RollbackTargetResponse target) {
    this.target = target;
    return this;
  }

  /** Whether the rollback would be applied if the caller asked for it now. */
  public Boolean getAllowed() {
    return allowed;
  }

  public RollbackPreviewResponse allowed(Boolean allowed) {
    this.allowed = allowed;
    return this;
  }

  /** Everything that stands in the way, with who can clear it; empty when it is allowed. */
  public List<TransitionBlockerResponse> getBlockers() {
    return blockers;
  }

  public RollbackPreviewResponse blockers(List<TransitionBlockerResponse> blockers) {
    this.blockers = blockers;
    return this;
  }

  /** Whether the policy lets the gates stand in the way of a rollback. */
  public Boolean getGatesRequired() {
    return gatesRequired;
  }

  public RollbackPreviewResponse gatesRequired(Boolean gatesRequired) {
    this.gatesRequired = gatesRequired;
    return this;
  }

  /** How the gates compare the target with the version it displaces; null when there is nothing to judge. It is not stored. */
  public GateReportResponse getGateReport() {
    return gateReport;
  }

  public RollbackPreviewResponse gateReport(GateReportResponse gateReport) {
    this.gateReport = gateReport;
    return this;
  }
}
