// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardWaiverResponse */
public final class CardWaiverResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("toStage")
  private GatedStage toStage;

  @JsonProperty("evidenceDigest")
  private String evidenceDigest;

  @JsonProperty("policyDigest")
  private String policyDigest;

  @JsonProperty("state")
  private WaiverState state;

  @JsonProperty("covered")
  private List<CardCoveredResponse> covered;

  @JsonProperty("model")
  private String model;

  @JsonProperty("ruleId")
  private String ruleId;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("grantedBy")
  private String grantedBy;

  @JsonProperty("grantedAt")
  private OffsetDateTime grantedAt;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  @JsonProperty("revokedAt")
  private OffsetDateTime revokedAt;

  @JsonProperty("revokedBy")
  private String revokedBy;

  /** Identifier of the waiver. */
  public UUID getId() {
    return id;
  }

  public CardWaiverResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The version it is for. */
  public Integer getVersion() {
    return version;
  }

  public CardWaiverResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** The stage whose gates the rule belongs to. */
  public GatedStage getToStage() {
    return toStage;
  }

  public CardWaiverResponse toStage(GatedStage toStage) {
    this.toStage = toStage;
    return this;
  }

  /** Digest of the evidence it is bound to; on other evidence it does not count. */
  public String getEvidenceDigest() {
    return evidenceDigest;
  }

  public CardWaiverResponse evidenceDigest(String evidenceDigest) {
    this.evidenceDigest = evidenceDigest;
    return this;
  }

  /** Digest of the policy it is bound to; under another it does not count. */
  public String getPolicyDigest() {
    return policyDigest;
  }

  public CardWaiverResponse policyDigest(String policyDigest) {
    this.policyDigest = policyDigest;
    return this;
  }

  /** `holds`, `expired` or `revoked`. */
  public WaiverState getState() {
    return state;
  }

  public CardWaiverResponse state(WaiverState state) {
    this.state = state;
    return this;
  }

  /** The transitions whose verdicts it was counted for, among those of the card; empty when there is none. */
  public List<CardCoveredResponse> getCovered() {
    return covered;
  }

  public CardWaiverResponse covered(List<CardCoveredResponse> covered) {
    this.covered = covered;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public CardWaiverResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The rule that is waived. */
  public String getRuleId() {
    return ruleId;
  }

  public CardWaiverResponse ruleId(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }

  /** Why. */
  public String getReason() {
    return reason;
  }

  public CardWaiverResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** Who granted it. */
  public String getGrantedBy() {
    return grantedBy;
  }

  public CardWaiverResponse grantedBy(String grantedBy) {
    this.grantedBy = grantedBy;
    return this;
  }

  /** When. */
  public OffsetDateTime getGrantedAt() {
    return grantedAt;
  }

  public CardWaiverResponse grantedAt(OffsetDateTime grantedAt) {
    this.grantedAt = grantedAt;
    return this;
  }

  /** When it ends; at that instant it holds no more. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public CardWaiverResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }

  /** When it was revoked; null unless it was. */
  public OffsetDateTime getRevokedAt() {
    return revokedAt;
  }

  public CardWaiverResponse revokedAt(OffsetDateTime revokedAt) {
    this.revokedAt = revokedAt;
    return this;
  }

  /** Who revoked it; null likewise. */
  public String getRevokedBy() {
    return revokedBy;
  }

  public CardWaiverResponse revokedBy(String revokedBy) {
    this.revokedBy = revokedBy;
    return this;
  }
}
