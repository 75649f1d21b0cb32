// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardAttestationResponse */
public final class CardAttestationResponse extends Value {
  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("gateReportId")
  private UUID gateReportId;

  @JsonProperty("reportDigest")
  private String reportDigest;

  @JsonProperty("policyDigest")
  private String policyDigest;

  @JsonProperty("evidenceDigest")
  private String evidenceDigest;

  @JsonProperty("artifactDigest")
  private String artifactDigest;

  /** Id of the transition. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public CardAttestationResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** Id of the gate report. */
  public UUID getGateReportId() {
    return gateReportId;
  }

  public CardAttestationResponse gateReportId(UUID gateReportId) {
    this.gateReportId = gateReportId;
    return this;
  }

  /** Digest of the gate report, which `replayGateReport` computes again. */
  public String getReportDigest() {
    return reportDigest;
  }

  public CardAttestationResponse reportDigest(String reportDigest) {
    this.reportDigest = reportDigest;
    return this;
  }

  /** Digest of the policy that judged. */
  public String getPolicyDigest() {
    return policyDigest;
  }

  public CardAttestationResponse policyDigest(String policyDigest) {
    this.policyDigest = policyDigest;
    return this;
  }

  /** Digest over the evaluations that were judged by. */
  public String getEvidenceDigest() {
    return evidenceDigest;
  }

  public CardAttestationResponse evidenceDigest(String evidenceDigest) {
    this.evidenceDigest = evidenceDigest;
    return this;
  }

  /** Digest of the artifact that was promoted. */
  public String getArtifactDigest() {
    return artifactDigest;
  }

  public CardAttestationResponse artifactDigest(String artifactDigest) {
    this.artifactDigest = artifactDigest;
    return this;
  }
}
