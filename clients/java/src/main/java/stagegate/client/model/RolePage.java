// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RolePage */
public final class RolePage extends Value {
  @JsonProperty("items")
  private List<RoleResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The roles of this page, by name. */
  public List<RoleResponse> getItems() {
    return items;
  }

  public RolePage items(List<RoleResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public RolePage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
