// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EventTypesResponse */
public final class EventTypesResponse extends Value {
  @JsonProperty("items")
  private List<EventTypeResponse> items;

  /** Every type there is. */
  public List<EventTypeResponse> getItems() {
    return items;
  }

  public EventTypesResponse items(List<EventTypeResponse> items) {
    this.items = items;
    return this;
  }
}
