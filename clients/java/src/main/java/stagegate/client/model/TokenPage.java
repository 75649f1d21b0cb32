// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TokenPage */
public final class TokenPage extends Value {
  @JsonProperty("items")
  private List<TokenResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The tokens of this page, newest first. */
  public List<TokenResponse> getItems() {
    return items;
  }

  public TokenPage items(List<TokenResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public TokenPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
