// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** DeliveryPage */
public final class DeliveryPage extends Value {
  @JsonProperty("items")
  private List<DeliveryResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The deliveries of this page, the newest event first. */
  public List<DeliveryResponse> getItems() {
    return items;
  }

  public DeliveryPage items(List<DeliveryResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public DeliveryPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
