// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SessionPage */
public final class SessionPage extends Value {
  @JsonProperty("items")
  private List<SessionResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The sessions of this page, newest first. */
  public List<SessionResponse> getItems() {
    return items;
  }

  public SessionPage items(List<SessionResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public SessionPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
