// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** StartVerificationRequest */
public final class StartVerificationRequest extends Value {
  @JsonProperty("from")
  private Long from;

  @JsonProperty("to")
  private Long to;

  /** The sequence to begin with; events before it are taken as they are. All of the record unless given. */
  public Long getFrom() {
    return from;
  }

  public StartVerificationRequest from(Long from) {
    this.from = from;
    return this;
  }

  /** The sequence to end with; the newest unless given. */
  public Long getTo() {
    return to;
  }

  public StartVerificationRequest to(Long to) {
    this.to = to;
    return this;
  }
}
