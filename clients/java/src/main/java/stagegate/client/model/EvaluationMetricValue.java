// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EvaluationMetricValue */
public final class EvaluationMetricValue extends Value {
  @JsonProperty("name")
  private String name;

  @JsonProperty("slice")
  private Map<String, Object> slice;

  @JsonProperty("count")
  private Long count;

  @JsonProperty("standardError")
  private Double standardError;

  @JsonProperty("ciLevel")
  private Double ciLevel;

  @JsonProperty("unit")
  private String unit;

  @JsonProperty("definition")
  private String definition;

  @JsonProperty("value")
  private Double value;

  @JsonProperty("undefined")
  private Boolean undefined;

  @JsonProperty("ciLow")
  private Double ciLow;

  @JsonProperty("ciHigh")
  private Double ciHigh;

  /** Name of the metric, such as accuracy. */
  public String getName() {
    return name;
  }

  public EvaluationMetricValue name(String name) {
    this.name = name;
    return this;
  }

  /** The slice as feature=value pairs; `{}` or absent is the whole. */
  public Map<String, Object> getSlice() {
    return slice;
  }

  public EvaluationMetricValue slice(Map<String, Object> slice) {
    this.slice = slice;
    return this;
  }

  /** Number of examples the value rests on. */
  public Long getCount() {
    return count;
  }

  public EvaluationMetricValue count(Long count) {
    this.count = count;
    return this;
  }

  /** Standard error of the value, in the metric's unit. */
  public Double getStandardError() {
    return standardError;
  }

  public EvaluationMetricValue standardError(Double standardError) {
    this.standardError = standardError;
    return this;
  }

  /** Two-sided level of the interval, between 0 and 1. */
  public Double getCiLevel() {
    return ciLevel;
  }

  public EvaluationMetricValue ciLevel(Double ciLevel) {
    this.ciLevel = ciLevel;
    return this;
  }

  /** Unit of the value, such as ms. */
  public String getUnit() {
    return unit;
  }

  public EvaluationMetricValue unit(String unit) {
    this.unit = unit;
    return this;
  }

  /** Implementation and version, with averaging, threshold and weights, such as sklearn.f1@macro; different definitions are never compared. */
  public String getDefinition() {
    return definition;
  }

  public EvaluationMetricValue definition(String definition) {
    this.definition = definition;
    return this;
  }

  /** The value, a finite number in the metric's unit. */
  public Double getValue() {
    return value;
  }

  public EvaluationMetricValue value(Double value) {
    this.value = value;
    return this;
  }

  /** True when the metric is 0/0 on this slice; the value is left out then. */
  public Boolean getUndefined() {
    return undefined;
  }

  public EvaluationMetricValue undefined(Boolean undefined) {
    this.undefined = undefined;
    return this;
  }

  /** Lower end of a confidence interval of the value, in the metric's unit. */
  public Double getCiLow() {
    return ciLow;
  }

  public EvaluationMetricValue ciLow(Double ciLow) {
    this.ciLow = ciLow;
    return this;
  }

  /** Upper end of the interval, in the metric's unit. */
  public Double getCiHigh() {
    return ciHigh;
  }

  public EvaluationMetricValue ciHigh(Double ciHigh) {
    this.ciHigh = ciHigh;
    return this;
  }
}
