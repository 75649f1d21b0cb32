// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AuditSegmentPage */
public final class AuditSegmentPage extends Value {
  @JsonProperty("items")
  private List<AuditSegmentResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  /** The segments of this page, in the order of the record unless asked otherwise. */
  public List<AuditSegmentResponse> getItems() {
    return items;
  }

  public AuditSegmentPage items(List<AuditSegmentResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public AuditSegmentPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }
}
