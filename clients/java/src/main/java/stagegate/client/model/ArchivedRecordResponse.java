// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ArchivedRecordResponse */
public final class ArchivedRecordResponse extends Value {
  @JsonProperty("segments")
  private Long segments;

  @JsonProperty("through")
  private Long through;

  @JsonProperty("events")
  private Long events;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("until")
  private OffsetDateTime until;

  /** Segments that were written, each to a file of its own. */
  public Long getSegments() {
    return segments;
  }

  public ArchivedRecordResponse segments(Long segments) {
    this.segments = segments;
    return this;
  }

  /** Sequence of the last event that was archived. */
  public Long getThrough() {
    return through;
  }

  public ArchivedRecordResponse through(Long through) {
    this.through = through;
    return this;
  }

  /** Events that were archived: their places and hashes are verified here, their content with the segments by stagegate-verify. */
  public Long getEvents() {
    return events;
  }

  public ArchivedRecordResponse events(Long events) {
    this.events = events;
    return this;
  }

  /** The digest up to `through`, which the last segment tells as well. */
  public String getDigest() {
    return digest;
  }

  public ArchivedRecordResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** When that event was written. */
  public OffsetDateTime getUntil() {
    return until;
  }

  public ArchivedRecordResponse until(OffsetDateTime until) {
    this.until = until;
    return this;
  }
}
