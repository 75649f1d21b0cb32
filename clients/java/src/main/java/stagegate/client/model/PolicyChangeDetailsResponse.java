// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PolicyChangeDetailsResponse */
public final class PolicyChangeDetailsResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("scope")
  private ChangedScope scope;

  @JsonProperty("status")
  private PolicyChangeStatus status;

  @JsonProperty("document")
  private Map<String, Object> document;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("revision")
  private Integer revision;

  @JsonProperty("model")
  private String model;

  @JsonProperty("requestedBy")
  private String requestedBy;

  @JsonProperty("requestedAt")
  private OffsetDateTime requestedAt;

  @JsonProperty("comment")
  private String comment;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  @JsonProperty("demand")
  private ApprovalDemandResponse demand;

  @JsonProperty("mayDecide")
  private MayDecideResponse mayDecide;

  @JsonProperty("approvals")
  private List<PolicyChangeApprovalResponse> approvals;

  @JsonProperty("settledAt")
  private OffsetDateTime settledAt;

  @JsonProperty("settledBy")
  private String settledBy;

  @JsonProperty("code")
  private String code;

  @JsonProperty("detail")
  private String detail;

  @JsonProperty("effect")
  private PolicyChangeEffectResponse effect;

  /** Identifier of the change. */
  public UUID getId() {
    return id;
  }

  public PolicyChangeDetailsResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** `model`, or `registry` for the default. */
  public ChangedScope getScope() {
    return scope;
  }

  public PolicyChangeDetailsResponse scope(ChangedScope scope) {
    this.scope = scope;
    return this;
  }

  /** Where the change stands. */
  public PolicyChangeStatus getStatus() {
    return status;
  }

  public PolicyChangeDetailsResponse status(PolicyChangeStatus status) {
    this.status = status;
    return this;
  }

  /** The policy as it was sent. */
  public Map<String, Object> getDocument() {
    return document;
  }

  public PolicyChangeDetailsResponse document(Map<String, Object> document) {
    this.document = document;
    return this;
  }

  /** Digest of its canonical form. */
  public String getDigest() {
    return digest;
  }

  public PolicyChangeDetailsResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** The revision it became; null unless it was applied. */
  public Integer getRevision() {
    return revision;
  }

  public PolicyChangeDetailsResponse revision(Integer revision) {
    this.revision = revision;
    return this;
  }

  /** Name of the model; null for the registry's default. */
  public String getModel() {
    return model;
  }

  public PolicyChangeDetailsResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Who asked for it. */
  public String getRequestedBy() {
    return requestedBy;
  }

  public PolicyChangeDetailsResponse requestedBy(String requestedBy) {
    this.requestedBy = requestedBy;
    return this;
  }

  /** When. */
  public OffsetDateTime getRequestedAt() {
    return requestedAt;
  }

  public PolicyChangeDetailsResponse requestedAt(OffsetDateTime requestedAt) {
    this.requestedAt = requestedAt;
    return this;
  }

  /** Why, in the words of whoever asked; null when nothing was said. */
  public String getComment() {
    return comment;
  }

  public PolicyChangeDetailsResponse comment(String comment) {
    this.comment = comment;
    return this;
  }

  /** When it ends unless it is decided before. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public PolicyChangeDetailsResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }

  /** The approvals it waits for, or waited for, under the policy that it changes. */
  public ApprovalDemandResponse getDemand() {
    return demand;
  }

  public PolicyChangeDetailsResponse demand(ApprovalDemandResponse demand) {
    this.demand = demand;
    return this;
  }

  /** Whether the decision of the caller would be taken. */
  public MayDecideResponse getMayDecide() {
    return mayDecide;
  }

  public PolicyChangeDetailsResponse mayDecide(MayDecideResponse mayDecide) {
    this.mayDecide = mayDecide;
    return this;
  }

  /** The decisions so far. */
  public List<PolicyChangeApprovalResponse> getApprovals() {
    return approvals;
  }

  public PolicyChangeDetailsResponse approvals(List<PolicyChangeApprovalResponse> approvals) {
    this.approvals = approvals;
    return this;
  }

  /** When it got its outcome; null while it awaits approval. */
  public OffsetDateTime getSettledAt() {
    return settledAt;
  }

  public PolicyChangeDetailsResponse settledAt(OffsetDateTime settledAt) {
    this.settledAt = settledAt;
    return this;
  }

  /** Whose call gave it its outcome; null likewise. */
  public String getSettledBy() {
    return settledBy;
  }

  public PolicyChangeDetailsResponse settledBy(String settledBy) {
    this.settledBy = settledBy;
    return this;
  }

  /** Stable reason of an outcome other than applied. */
  public String getCode() {
    return code;
  }

  public PolicyChangeDetailsResponse code(String code) {
    this.code = code;
    return this;
  }

  /** The same for people. */
  public String getDetail() {
    return detail;
  }

  public PolicyChangeDetailsResponse detail(String detail) {
    this.detail = detail;
    return this;
  }

  /** What it would have made of past promotions; null once it has its outcome. */
  public PolicyChangeEffectResponse getEffect() {
    return effect;
  }

  public PolicyChangeDetailsResponse effect(PolicyChangeEffectResponse effect) {
    this.effect = effect;
    return this;
  }
}
