// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RoleBindingPage */
public final class RoleBindingPage extends Value {
  @JsonProperty("items")
  private List<RoleBindingResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The bindings of this page, newest first. */
  public List<RoleBindingResponse> getItems() {
    return items;
  }

  public RoleBindingPage items(List<RoleBindingResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public RoleBindingPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
