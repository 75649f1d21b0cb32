// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GatePolicyPage */
public final class GatePolicyPage extends Value {
  @JsonProperty("items")
  private List<GatePolicyResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The revisions of this page, newest first. */
  public List<GatePolicyResponse> getItems() {
    return items;
  }

  public GatePolicyPage items(List<GatePolicyResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public GatePolicyPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
