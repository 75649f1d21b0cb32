// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GatePolicyResponse */
public final class GatePolicyResponse extends Value {
  @JsonProperty("scope")
  private PolicyScope scope;

  @JsonProperty("revision")
  private Integer revision;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("document")
  private Map<String, Object> document;

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

  public GatePolicyResponse scope(PolicyScope scope) {
    this.scope = scope;
    return this;
  }

  /** Number of the revision, counted per scope from 1; null for the built-in policy. */
  public Integer getRevision() {
    return revision;
  }

  public GatePolicyResponse revision(Integer revision) {
    this.revision = revision;
    return this;
  }

  /** Digest over the canonical form of this revision; the order of rules does not change it. */
  public String getDigest() {
    return digest;
  }

  public GatePolicyResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** The document as it was sent; null for the built-in policy. */
  public Map<String, Object> getDocument() {
    return document;
  }

  public GatePolicyResponse document(Map<String, Object> document) {
    this.document = document;
    return this;
  }

  /** The same with presets and short forms written out. */
  public Map<String, Object> getPolicy() {
    return policy;
  }

  public GatePolicyResponse policy(Map<String, Object> policy) {
    this.policy = policy;
    return this;
  }

  /** When the revision was made; null for the built-in policy. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public GatePolicyResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who made it; null for the built-in policy. */
  public String getCreatedBy() {
    return createdBy;
  }

  public GatePolicyResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** Why it was made, in its author's words; null when nothing was said. */
  public String getComment() {
    return comment;
  }

  public GatePolicyResponse comment(String comment) {
    this.comment = comment;
    return this;
  }
}
