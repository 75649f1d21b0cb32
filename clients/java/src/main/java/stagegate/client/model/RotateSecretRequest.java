// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RotateSecretRequest */
public final class RotateSecretRequest extends Value {
  @JsonProperty("overlapSeconds")
  private Integer overlapSeconds;

  /** How long deliveries are signed by the former secret as well, in seconds; a day unless given. */
  public Integer getOverlapSeconds() {
    return overlapSeconds;
  }

  public RotateSecretRequest overlapSeconds(Integer overlapSeconds) {
    this.overlapSeconds = overlapSeconds;
    return this;
  }
}
