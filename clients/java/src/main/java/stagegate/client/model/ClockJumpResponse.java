// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ClockJumpResponse */
public final class ClockJumpResponse extends Value {
  @JsonProperty("sequence")
  private Long sequence;

  @JsonProperty("aheadSeconds")
  private Long aheadSeconds;

  /** The first event after the clock was set back. */
  public Long getSequence() {
    return sequence;
  }

  public ClockJumpResponse sequence(Long sequence) {
    this.sequence = sequence;
    return this;
  }

  /** How far the clock had been ahead at least, in seconds. */
  public Long getAheadSeconds() {
    return aheadSeconds;
  }

  public ClockJumpResponse aheadSeconds(Long aheadSeconds) {
    this.aheadSeconds = aheadSeconds;
    return this;
  }
}
