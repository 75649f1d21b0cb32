// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SetHoldRequest */
public final class SetHoldRequest extends Value {
  @JsonProperty("reason")
  private String reason;

  /** Why nothing of the model is to be promoted. */
  public String getReason() {
    return reason;
  }

  public SetHoldRequest reason(String reason) {
    this.reason = reason;
    return this;
  }
}
