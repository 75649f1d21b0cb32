// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ReviewPage */
public final class ReviewPage extends Value {
  @JsonProperty("items")
  private List<ReviewResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The reviews of this page, newest first. */
  public List<ReviewResponse> getItems() {
    return items;
  }

  public ReviewPage items(List<ReviewResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public ReviewPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
