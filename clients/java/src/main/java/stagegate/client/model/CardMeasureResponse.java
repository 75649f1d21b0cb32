// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardMeasureResponse */
public final class CardMeasureResponse extends Value {
  @JsonProperty("slice")
  private Map<String, Object> slice;

  @JsonProperty("count")
  private Long count;

  @JsonProperty("metric")
  private String metric;

  @JsonProperty("value")
  private Double value;

  @JsonProperty("lower")
  private Double lower;

  @JsonProperty("upper")
  private Double upper;

  /** The slice; `{}` is the whole. */
  public Map<String, Object> getSlice() {
    return slice;
  }

  public CardMeasureResponse slice(Map<String, Object> slice) {
    this.slice = slice;
    return this;
  }

  /** Number of examples; null when nobody stated it. */
  public Long getCount() {
    return count;
  }

  public CardMeasureResponse count(Long count) {
    this.count = count;
    return this;
  }

  /** The metric. */
  public String getMetric() {
    return metric;
  }

  public CardMeasureResponse metric(String metric) {
    this.metric = metric;
    return this;
  }

  /** Its value, in units of the metric; null when it is undefined. */
  public Double getValue() {
    return value;
  }

  public CardMeasureResponse value(Double value) {
    this.value = value;
    return this;
  }

  /** Lower end of the interval, in units of the metric; null where the evidence gives none. */
  public Double getLower() {
    return lower;
  }

  public CardMeasureResponse lower(Double lower) {
    this.lower = lower;
    return this;
  }

  /** Upper end of the interval, in units of the metric; null likewise. */
  public Double getUpper() {
    return upper;
  }

  public CardMeasureResponse upper(Double upper) {
    this.upper = upper;
    return this;
  }
}
