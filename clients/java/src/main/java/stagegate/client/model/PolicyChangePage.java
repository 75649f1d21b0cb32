// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PolicyChangePage */
public final class PolicyChangePage extends Value {
  @JsonProperty("items")
  private List<PolicyChangeResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The changes of this page, newest first. */
  public List<PolicyChangeResponse> getItems() {
    return items;
  }

  public PolicyChangePage items(List<PolicyChangeResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public PolicyChangePage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
