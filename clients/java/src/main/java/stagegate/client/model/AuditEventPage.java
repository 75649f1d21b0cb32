// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AuditEventPage */
public final class AuditEventPage extends Value {
  @JsonProperty("items")
  private List<AuditEventResponse> items;

  @JsonProperty("nextCursor")
  private String nextCursor;

  @JsonProperty("archived")
  private ArchivedPartResponse archived;

  /** The events of this page, in the order asked for. */
  public List<AuditEventResponse> getItems() {
    return items;
  }

  public AuditEventPage items(List<AuditEventResponse> items) {
    this.items = items;
    return this;
  }

  /** Cursor of the next page; null on the last. */
  public String getNextCursor() {
    return nextCursor;
  }

  public AuditEventPage nextCursor(String nextCursor) {
    this.nextCursor = nextCursor;
    return this;
  }

  /** Set when events that were asked for may lie in the archive, and so not in this list; absent when none can. */
  public ArchivedPartResponse getArchived() {
    return archived;
  }

  public AuditEventPage archived(ArchivedPartResponse archived) {
    this.archived = archived;
    return this;
  }
}
