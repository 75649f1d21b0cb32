// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** DatasetVersionPage */
public final class DatasetVersionPage extends Value {
  @JsonProperty("items")
  private List<DatasetVersionResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The dataset versions of this page, newest first. */
  public List<DatasetVersionResponse> getItems() {
    return items;
  }

  public DatasetVersionPage items(List<DatasetVersionResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public DatasetVersionPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
