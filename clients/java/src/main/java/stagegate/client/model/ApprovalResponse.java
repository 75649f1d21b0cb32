// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ApprovalResponse */
public final class ApprovalResponse extends Value {
  @JsonProperty("decision")
  private ApprovalDecision decision;

  @JsonProperty("state")
  private DecisionState state;

  @JsonProperty("actor")
  private String actor;

  @JsonProperty("comment")
  private String comment;

  @JsonProperty("roles")
  private List<String> roles;

  @JsonProperty("groups")
  private List<String> groups;

  @JsonProperty("gateReportDigest")
  private String gateReportDigest;

  @JsonProperty("decidedAt")
  private OffsetDateTime decidedAt;

  @JsonProperty("expiresAt")
  private OffsetDateTime expiresAt;

  @JsonProperty("endedAt")
  private OffsetDateTime endedAt;

  /** `approve` or `reject`. */
  public ApprovalDecision getDecision() {
    return decision;
  }

  public ApprovalResponse decision(ApprovalDecision decision) {
    this.decision = decision;
    return this;
  }

  /** `counts`, or how it ended: withdrawn by its person, expired, dismissed since the ground changed, revoked with all tokens of its person. */
  public DecisionState getState() {
    return state;
  }

  public ApprovalResponse state(DecisionState state) {
    this.state = state;
    return this;
  }

  /** Who decided. */
  public String getActor() {
    return actor;
  }

  public ApprovalResponse actor(String actor) {
    this.actor = actor;
    return this;
  }

  /** What the decision rests on. */
  public String getComment() {
    return comment;
  }

  public ApprovalResponse comment(String comment) {
    this.comment = comment;
    return this;
  }

  /** Roles the actor held then. */
  public List<String> getRoles() {
    return roles;
  }

  public ApprovalResponse roles(List<String> roles) {
    this.roles = roles;
    return this;
  }

  /** Groups the actor was in then. */
  public List<String> getGroups() {
    return groups;
  }

  public ApprovalResponse groups(List<String> groups) {
    this.groups = groups;
    return this;
  }

  /** Digest of the gate report that was decided on. */
  public String getGateReportDigest() {
    return gateReportDigest;
  }

  public ApprovalResponse gateReportDigest(String gateReportDigest) {
    this.gateReportDigest = gateReportDigest;
    return this;
  }

  /** When it was decided. */
  public OffsetDateTime getDecidedAt() {
    return decidedAt;
  }

  public ApprovalResponse decidedAt(OffsetDateTime decidedAt) {
    this.decidedAt = decidedAt;
    return this;
  }

  /** When an approval stops counting; null for a rejection, which stands until it is withdrawn. */
  public OffsetDateTime getExpiresAt() {
    return expiresAt;
  }

  public ApprovalResponse expiresAt(OffsetDateTime expiresAt) {
    this.expiresAt = expiresAt;
    return this;
  }

  /** When it was withdrawn, dismissed or found to count no more; null before. */
  public OffsetDateTime getEndedAt() {
    return endedAt;
  }

  public ApprovalResponse endedAt(OffsetDateTime endedAt) {
    this.endedAt = endedAt;
    return this;
  }
}
