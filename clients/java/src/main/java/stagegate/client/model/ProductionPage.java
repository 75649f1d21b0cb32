// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ProductionPage */
public final class ProductionPage extends Value {
  @JsonProperty("items")
  private List<ProductionResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The models of this page that had a version in Production, in the order of their creation. */
  public List<ProductionResponse> getItems() {
    return items;
  }

  public ProductionPage items(List<ProductionResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public ProductionPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
