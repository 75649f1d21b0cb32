// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RequiredNumbers */
public final class RequiredNumbers extends Value {
  @JsonProperty("confidence")
  private Double confidence;

  @JsonProperty("min")
  private Double min;

  @JsonProperty("max")
  private Double max;

  @JsonProperty("margin")
  private Double margin;

  @JsonProperty("marginRelative")
  private Double marginRelative;

  @JsonProperty("gain")
  private Double gain;

  /** One-sided confidence, between 0.5 and 1. */
  public Double getConfidence() {
    return confidence;
  }

  public RequiredNumbers confidence(Double confidence) {
    this.confidence = confidence;
    return this;
  }

  /** Smallest allowed value, in units of the metric. */
  public Double getMin() {
    return min;
  }

  public RequiredNumbers min(Double min) {
    this.min = min;
    return this;
  }

  /** Largest allowed value, in units of the metric. */
  public Double getMax() {
    return max;
  }

  public RequiredNumbers max(Double max) {
    this.max = max;
    return this;
  }

  /** The effective margin, in units of the metric. */
  public Double getMargin() {
    return margin;
  }

  public RequiredNumbers margin(Double margin) {
    this.margin = margin;
    return this;
  }

  /** The margin as a share of the incumbent's value, without a unit. */
  public Double getMarginRelative() {
    return marginRelative;
  }

  public RequiredNumbers marginRelative(Double marginRelative) {
    this.marginRelative = marginRelative;
    return this;
  }

  /** Improvement asked for, in units of the metric. */
  public Double getGain() {
    return gain;
  }

  public RequiredNumbers gain(Double gain) {
    this.gain = gain;
    return this;
  }
}
