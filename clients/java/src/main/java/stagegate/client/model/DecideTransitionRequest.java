// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** DecideTransitionRequest */
public final class DecideTransitionRequest extends Value {
  @JsonProperty("decision")
  private ApprovalDecision decision;

  @JsonProperty("comment")
  private String comment;

  @JsonProperty("expectedReportDigest")
  private String expectedReportDigest;

  /** `approve` or `reject`; one rejection ends the transition unless the policy says otherwise. */
  public ApprovalDecision getDecision() {
    return decision;
  }

  public DecideTransitionRequest decision(ApprovalDecision decision) {
    this.decision = decision;
    return this;
  }

  /** What the decision rests on. */
  public String getComment() {
    return comment;
  }

  public DecideTransitionRequest comment(String comment) {
    this.comment = comment;
    return this;
  }

  /** Digest of the gate report that was looked at; of a transition that rests on another one nothing is decided, and the answer is 409. */
  public String getExpectedReportDigest() {
    return expectedReportDigest;
  }

  public DecideTransitionRequest expectedReportDigest(String expectedReportDigest) {
    this.expectedReportDigest = expectedReportDigest;
    return this;
  }
}
