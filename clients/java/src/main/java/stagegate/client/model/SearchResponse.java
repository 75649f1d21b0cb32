// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SearchResponse */
public final class SearchResponse extends Value {
  @JsonProperty("items")
  private List<SearchHitResponse> items;

  /** What was found, at most 20: what has the id, then models, then versions. */
  public List<SearchHitResponse> getItems() {
    return items;
  }

  public SearchResponse items(List<SearchHitResponse> items) {
    this.items = items;
    return this;
  }
}
