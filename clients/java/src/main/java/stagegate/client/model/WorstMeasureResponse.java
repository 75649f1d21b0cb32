// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** WorstMeasureResponse */
public final class WorstMeasureResponse extends Value {
  @JsonProperty("slice")
  private Map<String, Object> slice;

  @JsonProperty("status")
  private MeasureStatus status;

  @JsonProperty("count")
  private Long count;

  @JsonProperty("ruleId")
  private String ruleId;

  @JsonProperty("metric")
  private String metric;

  @JsonProperty("improvement")
  private Double improvement;

  @JsonProperty("margin")
  private Double margin;

  @JsonProperty("limit")
  private MeasureLimitResponse limit;

  /** The slice; `{}` is the whole. */
  public Map<String, Object> getSlice() {
    return slice;
  }

  public WorstMeasureResponse slice(Map<String, Object> slice) {
    this.slice = slice;
    return this;
  }

  /** PASS, FAIL, ERROR or INCONCLUSIVE. */
  public MeasureStatus getStatus() {
    return status;
  }

  public WorstMeasureResponse status(MeasureStatus status) {
    this.status = status;
    return this;
  }

  /** Number of examples; null when nobody stated it. */
  public Long getCount() {
    return count;
  }

  public WorstMeasureResponse count(Long count) {
    this.count = count;
    return this;
  }

  /** The rule that measured it; null in a report that an earlier release stored. */
  public String getRuleId() {
    return ruleId;
  }

  public WorstMeasureResponse ruleId(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }

  /** The metric. */
  public String getMetric() {
    return metric;
  }

  public WorstMeasureResponse metric(String metric) {
    this.metric = metric;
    return this;
  }

  /** Change against the incumbent with better as positive, in units of the metric; null where nothing was compared. */
  public Double getImprovement() {
    return improvement;
  }

  public WorstMeasureResponse improvement(Double improvement) {
    this.improvement = improvement;
    return this;
  }

  /** The loss that is allowed, in units of the metric; null where the rule names none. */
  public Double getMargin() {
    return margin;
  }

  public WorstMeasureResponse margin(Double margin) {
    this.margin = margin;
    return this;
  }

  /** Where it stands to its limit; null where the rule sets none, nothing was measured, or an earlier release stored the report. */
  public MeasureLimitResponse getLimit() {
    return limit;
  }

  public WorstMeasureResponse limit(MeasureLimitResponse limit) {
    this.limit = limit;
    return this;
  }
}
