// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EffectiveGatePolicyResponse */
public final class EffectiveGatePolicyResponse extends Value {
  @JsonProperty("scope")
  private PolicyScope scope;

  @JsonProperty("revision")
  private Integer revision;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("document")
  private Map<String, Object> document;

  @JsonProperty("effectiveDigest")
  private String effectiveDigest;

  @JsonProperty("effectivePolicy")
  private Map<String, Object> effectivePolicy;

  @JsonProperty("composedOf")
  private List<PolicyReferenceResponse> composedOf;

  @JsonProperty("advice")
  private List<PolicyAdviceResponse> advice;

  @JsonProperty("conflicts")
  private List<PolicyConflictResponse> conflicts;

  @JsonProperty("policy")
  private Map<String, Object> policy;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("comment")
  private String comment;

  /** Where the policy comes from: `model`, `registry` for the default, or `built-in` when none was ever set. */
  public PolicyScope getScope() {
    return scope;
  }

  public EffectiveGatePolicyResponse scope(PolicyScope scope) {
    this.scope = scope;
    return this;
  }

  /** Number of the revision, counted per scope from 1; null for the built-in policy. */
  public Integer getRevision() {
    return revision;
  }

  public EffectiveGatePolicyResponse revision(Integer revision) {
    this.revision = revision;
    return this;
  }

  /** Digest over the canonical form of this revision; the order of rules does not change it. */
  public String getDigest() {
    return digest;
  }

  public EffectiveGatePolicyResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** The document as it was sent; null for the built-in policy. */
  public Map<String, Object> getDocument() {
    return document;
  }

  public EffectiveGatePolicyResponse document(Map<String, Object> document) {
    this.document = document;
    return this;
  }

  /** Digest of the effective policy, which gate reports name. */
  public String getEffectiveDigest() {
    return effectiveDigest;
  }

  public EffectiveGatePolicyResponse effectiveDigest(String effectiveDigest) {
    this.effectiveDigest = effectiveDigest;
    return this;
  }

  /** The policy that holds: the registry's default and the model's own, composed; gates judge by this. */
  public Map<String, Object> getEffectivePolicy() {
    return effectivePolicy;
  }

  public EffectiveGatePolicyResponse effectivePolicy(Map<String, Object> effectivePolicy) {
    this.effectivePolicy = effectivePolicy;
    return this;
  }

  /** The revisions it is composed of. */
  public List<PolicyReferenceResponse> getComposedOf() {
    return composedOf;
  }

  public EffectiveGatePolicyResponse composedOf(List<PolicyReferenceResponse> composedOf) {
    this.composedOf = composedOf;
    return this;
  }

  /** What the effective policy demands that evidence can hardly meet; nothing is refused for it. */
  public List<PolicyAdviceResponse> getAdvice() {
    return advice;
  }

  public EffectiveGatePolicyResponse advice(List<PolicyAdviceResponse> advice) {
    this.advice = advice;
    return this;
  }

  /** Where the model's policy asks for less than a default that was set later; while there are any, nothing passes. */
  public List<PolicyConflictResponse> getConflicts() {
    return conflicts;
  }

  public EffectiveGatePolicyResponse conflicts(List<PolicyConflictResponse> conflicts) {
    this.conflicts = conflicts;
    return this;
  }

  /** The same with presets and short forms written out. */
  public Map<String, Object> getPolicy() {
    return policy;
  }

  public EffectiveGatePolicyResponse policy(Map<String, Object> policy) {
    this.policy = policy;
    return this;
  }

  /** When the revision was made; null for the built-in policy. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public EffectiveGatePolicyResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who made it; null for the built-in policy. */
  public String getCreatedBy() {
    return createdBy;
  }

  public EffectiveGatePolicyResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** Why it was made, in its author's words; null when nothing was said. */
  public String getComment() {
    return comment;
  }

  public EffectiveGatePolicyResponse comment(String comment) {
    this.comment = comment;
    return this;
  }
}
