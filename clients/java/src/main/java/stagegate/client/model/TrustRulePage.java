// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TrustRulePage */
public final class TrustRulePage extends Value {
  @JsonProperty("items")
  private List<TrustRuleResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The rules of this page, newest first. */
  public List<TrustRuleResponse> getItems() {
    return items;
  }

  public TrustRulePage items(List<TrustRuleResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public TrustRulePage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
