// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PolicyChangeEffectResponse */
public final class PolicyChangeEffectResponse extends Value {
  @JsonProperty("promotions")
  private Integer promotions;

  @JsonProperty("newlyRefused")
  private Integer newlyRefused;

  @JsonProperty("newlyLetThrough")
  private Integer newlyLetThrough;

  /** How many promotions were judged. */
  public Integer getPromotions() {
    return promotions;
  }

  public PolicyChangeEffectResponse promotions(Integer promotions) {
    this.promotions = promotions;
    return this;
  }

  /** How many of those that passed it would have refused. */
  public Integer getNewlyRefused() {
    return newlyRefused;
  }

  public PolicyChangeEffectResponse newlyRefused(Integer newlyRefused) {
    this.newlyRefused = newlyRefused;
    return this;
  }

  /** How many of those that were refused it would have let through. */
  public Integer getNewlyLetThrough() {
    return newlyLetThrough;
  }

  public PolicyChangeEffectResponse newlyLetThrough(Integer newlyLetThrough) {
    this.newlyLetThrough = newlyLetThrough;
    return this;
  }
}
