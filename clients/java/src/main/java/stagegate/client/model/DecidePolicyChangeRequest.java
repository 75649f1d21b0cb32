// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** DecidePolicyChangeRequest */
public final class DecidePolicyChangeRequest extends Value {
  @JsonProperty("decision")
  private ApprovalDecision decision;

  @JsonProperty("comment")
  private String comment;

  /** `approve` or `reject`; one rejection ends the change unless the policy says otherwise. */
  public ApprovalDecision getDecision() {
    return decision;
  }

  public DecidePolicyChangeRequest decision(ApprovalDecision decision) {
    this.decision = decision;
    return this;
  }

  /** What the decision rests on. */
  public String getComment() {
    return comment;
  }

  public DecidePolicyChangeRequest comment(String comment) {
    this.comment = comment;
    return this;
  }
}
