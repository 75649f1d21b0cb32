// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** WaiverPage */
public final class WaiverPage extends Value {
  @JsonProperty("items")
  private List<WaiverResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The waivers of this page, newest first. */
  public List<WaiverResponse> getItems() {
    return items;
  }

  public WaiverPage items(List<WaiverResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public WaiverPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
