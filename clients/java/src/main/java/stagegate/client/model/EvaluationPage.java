// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EvaluationPage */
public final class EvaluationPage extends Value {
  @JsonProperty("items")
  private List<EvaluationResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The evaluations of this page, newest first. */
  public List<EvaluationResponse> getItems() {
    return items;
  }

  public EvaluationPage items(List<EvaluationResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public EvaluationPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
