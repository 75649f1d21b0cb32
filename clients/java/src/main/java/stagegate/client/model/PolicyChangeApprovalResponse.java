// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PolicyChangeApprovalResponse */
public final class PolicyChangeApprovalResponse extends Value {
  @JsonProperty("decision")
  private ApprovalDecision decision;

  @JsonProperty("actor")
  private String actor;

  @JsonProperty("comment")
  private String comment;

  @JsonProperty("roles")
  private List<String> roles;

  @JsonProperty("decidedAt")
  private OffsetDateTime decidedAt;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  @JsonProperty("withdrawnAt")
  private OffsetDateTime withdrawnAt;

  /** `approve` or `reject`. */
  public ApprovalDecision getDecision() {
    return decision;
  }

  public PolicyChangeApprovalResponse decision(ApprovalDecision decision) {
    this.decision = decision;
    return this;
  }

  /** Who decided. */
  public String getActor() {
    return actor;
  }

  public PolicyChangeApprovalResponse actor(String actor) {
    this.actor = actor;
    return this;
  }

  /** What the decision rests on; null when nothing was said. */
  public String getComment() {
    return comment;
  }

  public PolicyChangeApprovalResponse comment(String comment) {
    this.comment = comment;
    return this;
  }

  /** Roles the actor held then. */
  public List<String> getRoles() {
    return roles;
  }

  public PolicyChangeApprovalResponse roles(List<String> roles) {
    this.roles = roles;
    return this;
  }

  /** When it was decided. */
  public OffsetDateTime getDecidedAt() {
    return decidedAt;
  }

  public PolicyChangeApprovalResponse decidedAt(OffsetDateTime decidedAt) {
    this.decidedAt = decidedAt;
    return this;
  }

  /** When an approval stops counting; null for a rejection. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public PolicyChangeApprovalResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }

  /** When the actor took it back; null while it stands. */
  public OffsetDateTime getWithdrawnAt() {
    return withdrawnAt;
  }

  public PolicyChangeApprovalResponse withdrawnAt(OffsetDateTime withdrawnAt) {
    this.withdrawnAt = withdrawnAt;
    return this;
  }
}
