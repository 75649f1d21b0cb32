// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EventPage */
public final class EventPage extends Value {
  @JsonProperty("nextCursor")
  private String nextCursor;

  @JsonProperty("items")
  private List<EventResponse> items;

  /** Where to go on from, never null: the next page begins with the first event behind it, whenever that happens. */
  public String getNextCursor() {
    return nextCursor;
  }

  public EventPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }

  /** The events, oldest first. */
  public List<EventResponse> getItems() {
    return items;
  }

  public EventPage items(List<EventResponse> items) {
    this.items = items;
    return this;
  }
}
