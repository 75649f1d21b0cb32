// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RedeliveryResponse */
public final class RedeliveryResponse extends Value {
  @JsonProperty("deliveries")
  private Integer deliveries;

  /** How many deliveries are to be sent again, or for the first time. */
  public Integer getDeliveries() {
    return deliveries;
  }

  public RedeliveryResponse deliveries(Integer deliveries) {
    this.deliveries = deliveries;
    return this;
  }
}
