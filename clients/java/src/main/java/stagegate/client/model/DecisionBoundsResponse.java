// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** DecisionBoundsResponse */
public final class DecisionBoundsResponse extends Value {
  @JsonProperty("confidence")
  private Double confidence;

  @JsonProperty("lower")
  private Double lower;

  @JsonProperty("upper")
  private Double upper;

  @JsonProperty("adjusted")
  private Boolean adjusted;

  /** One-sided confidence, between 0.5 and 1. */
  public Double getConfidence() {
    return confidence;
  }

  public DecisionBoundsResponse confidence(Double confidence) {
    this.confidence = confidence;
    return this;
  }

  /** Lower bound, in units of the metric; null where the rule looks at the other side alone. */
  public Double getLower() {
    return lower;
  }

  public DecisionBoundsResponse lower(Double lower) {
    this.lower = lower;
    return this;
  }

  /** Upper bound, in units of the metric; null likewise. */
  public Double getUpper() {
    return upper;
  }

  public DecisionBoundsResponse upper(Double upper) {
    this.upper = upper;
    return this;
  }

  /** Whether chance was held over all measures of the rule. */
  public Boolean getAdjusted() {
    return adjusted;
  }

  public DecisionBoundsResponse adjusted(Boolean adjusted) {
    this.adjusted = adjusted;
    return this;
  }
}
