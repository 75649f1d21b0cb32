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

  @JsonProperty("actor")
  private String actor;

  @JsonProperty("comment")
  private String comment;

  @JsonProperty("roles")
  private List<String> roles;

  @JsonProperty("gateReportDigest")
  private String gateReportDigest;

  @JsonProperty("decidedAt")
  private OffsetDateTime decidedAt;

  /** `approve` or `reject`. */
  public ApprovalDecision getDecision() {
    return decision;
  }

  public ApprovalResponse decision(ApprovalDecision decision) {
    this.decision = decision;
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
}
