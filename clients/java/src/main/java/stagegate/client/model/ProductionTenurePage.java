// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ProductionTenurePage */
public final class ProductionTenurePage extends Value {
  @JsonProperty("items")
  private List<ProductionTenureResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The tenures of this page, in the order asked for. */
  public List<ProductionTenureResponse> getItems() {
    return items;
  }

  public ProductionTenurePage items(List<ProductionTenureResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public ProductionTenurePage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
