// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardGapResponse */
public final class CardGapResponse extends Value {
  @JsonProperty("metric")
  private String metric;

  @JsonProperty("feature")
  private String feature;

  @JsonProperty("gap")
  private Double gap;

  @JsonProperty("lowest")
  private CardGapEndResponse lowest;

  @JsonProperty("highest")
  private CardGapEndResponse highest;

  /** The metric. */
  public String getMetric() {
    return metric;
  }

  public CardGapResponse metric(String metric) {
    this.metric = metric;
    return this;
  }

  /** The feature. */
  public String getFeature() {
    return feature;
  }

  public CardGapResponse feature(String feature) {
    this.feature = feature;
    return this;
  }

  /** Highest minus lowest, in units of the metric. */
  public Double getGap() {
    return gap;
  }

  public CardGapResponse gap(Double gap) {
    this.gap = gap;
    return this;
  }

  /** Where it is lowest. */
  public CardGapEndResponse getLowest() {
    return lowest;
  }

  public CardGapResponse lowest(CardGapEndResponse lowest) {
    this.lowest = lowest;
    return this;
  }

  /** Where it is highest. */
  public CardGapEndResponse getHighest() {
    return highest;
  }

  public CardGapResponse highest(CardGapEndResponse highest) {
    this.highest = highest;
    return this;
  }
}
