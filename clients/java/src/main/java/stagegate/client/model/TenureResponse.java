// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TenureResponse */
public final class TenureResponse extends Value {
  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  @JsonProperty("endedAt")
  private OffsetDateTime endedAt;

  @JsonProperty("clockAheadUntil")
  private OffsetDateTime clockAheadUntil;

  /** When the version entered Production. */
  public OffsetDateTime getStartedAt() {
    return startedAt;
  }

  public TenureResponse startedAt(OffsetDateTime startedAt) {
    this.startedAt = startedAt;
    return this;
  }

  /** When it left Production; null while it is there. */
  public OffsetDateTime getEndedAt() {
    return endedAt;
  }

  public TenureResponse endedAt(OffsetDateTime endedAt) {
    this.endedAt = endedAt;
    return this;
  }

  /** Until when the times of the model are ahead of the database's clock, which was set back since: what is asked before it may be wrong. Null when they are not. */
  public OffsetDateTime getClockAheadUntil() {
    return clockAheadUntil;
  }

  public TenureResponse clockAheadUntil(OffsetDateTime clockAheadUntil) {
    this.clockAheadUntil = clockAheadUntil;
    return this;
  }
}
