// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CloseReviewRequest */
public final class CloseReviewRequest extends Value {
  @JsonProperty("outcome")
  private String outcome;

  @JsonProperty("comment")
  private String comment;

  /** What the review came to, in a few words, such as `justified`. */
  public String getOutcome() {
    return outcome;
  }

  public CloseReviewRequest outcome(String outcome) {
    this.outcome = outcome;
    return this;
  }

  /** What it rests on, and what follows from it. */
  public String getComment() {
    return comment;
  }

  public CloseReviewRequest comment(String comment) {
    this.comment = comment;
    return this;
  }
}
