// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardApprovalResponse */
public final class CardApprovalResponse extends Value {
  @JsonProperty("decision")
  private ApprovalDecision decision;

  @JsonProperty("actor")
  private String actor;

  @JsonProperty("comment")
  private String comment;

  @JsonProperty("decidedAt")
  private OffsetDateTime decidedAt;

  /** What. */
  public ApprovalDecision getDecision() {
    return decision;
  }

  public CardApprovalResponse decision(ApprovalDecision decision) {
    this.decision = decision;
    return this;
  }

  /** Who. */
  public String getActor() {
    return actor;
  }

  public CardApprovalResponse actor(String actor) {
    this.actor = actor;
    return this;
  }

  /** What the decision rests on. */
  public String getComment() {
    return comment;
  }

  public CardApprovalResponse comment(String comment) {
    this.comment = comment;
    return this;
  }

  /** When. */
  public OffsetDateTime getDecidedAt() {
    return decidedAt;
  }

  public CardApprovalResponse decidedAt(OffsetDateTime decidedAt) {
    this.decidedAt = decidedAt;
    return this;
  }
}
