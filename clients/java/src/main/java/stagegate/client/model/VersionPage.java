// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** VersionPage */
public final class VersionPage extends Value {
  @JsonProperty("items")
  private List<VersionResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The versions of this page, in the order asked for. */
  public List<VersionResponse> getItems() {
    return items;
  }

  public VersionPage items(List<VersionResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public VersionPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
