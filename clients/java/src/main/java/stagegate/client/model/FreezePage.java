// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** FreezePage */
public final class FreezePage extends Value {
  @JsonProperty("items")
  private List<FreezeResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The freezes of this page, newest first; those that hold at a time, the longest last. */
  public List<FreezeResponse> getItems() {
    return items;
  }

  public FreezePage items(List<FreezeResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public FreezePage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
