// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** LiftHoldRequest */
public final class LiftHoldRequest extends Value {
  @JsonProperty("reason")
  private String reason;

  /** Why it may be promoted again; needed here or in the query. */
  public String getReason() {
    return reason;
  }

  public LiftHoldRequest reason(String reason) {
    this.reason = reason;
    return this;
  }
}
