// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ArchivedPartResponse */
public final class ArchivedPartResponse extends Value {
  @JsonProperty("through")
  private Long through;

  @JsonProperty("until")
  private OffsetDateTime until;

  /** Sequence of the last event that was archived: it and all before it are listed nowhere. */
  public Long getThrough() {
    return through;
  }

  public ArchivedPartResponse through(Long through) {
    this.through = through;
    return this;
  }

  /** When that event was written. */
  public OffsetDateTime getUntil() {
    return until;
  }

  public ArchivedPartResponse until(OffsetDateTime until) {
    this.until = until;
    return this;
  }
}
