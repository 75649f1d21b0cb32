// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** WebhookPage */
public final class WebhookPage extends Value {
  @JsonProperty("items")
  private List<WebhookResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The webhooks of this page, newest first. */
  public List<WebhookResponse> getItems() {
    return items;
  }

  public WebhookPage items(List<WebhookResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public WebhookPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
