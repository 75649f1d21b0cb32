// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TransitionPage */
public final class TransitionPage extends Value {
  @JsonProperty("items")
  private List<TransitionResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The transitions of this page, newest first. */
  public List<TransitionResponse> getItems() {
    return items;
  }

  public TransitionPage items(List<TransitionResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public TransitionPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
