// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RedeliverRequest */
public final class RedeliverRequest extends Value {
  @JsonProperty("from")
  private OffsetDateTime from;

  @JsonProperty("to")
  private OffsetDateTime to;

  /** Events at or after this time. */
  public OffsetDateTime getFrom() {
    return from;
  }

  public RedeliverRequest from(OffsetDateTime from) {
    this.from = from;
    return this;
  }

  /** Events at or before this time; until now unless given. */
  public OffsetDateTime getTo() {
    return to;
  }

  public RedeliverRequest to(OffsetDateTime to) {
    this.to = to;
    return this;
  }
}
