// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** NotCoveredResponse */
public final class NotCoveredResponse extends Value {
  @JsonProperty("kind")
  private RecordedObjectKind kind;

  @JsonProperty("count")
  private Long count;

  /** Kind of the objects. */
  public RecordedObjectKind getKind() {
    return kind;
  }

  public NotCoveredResponse kind(RecordedObjectKind kind) {
    this.kind = kind;
    return this;
  }

  /** How many there are. */
  public Long getCount() {
    return count;
  }

  public NotCoveredResponse count(Long count) {
    this.count = count;
    return this;
  }
}
