// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ComparisonRowResponse */
public final class ComparisonRowResponse extends Value {
  @JsonProperty("slice")
  private Map<String, Object> slice;

  @JsonProperty("count")
  private Long count;

  @JsonProperty("evidenceLevel")
  private EvidenceLevel evidenceLevel;

  @JsonProperty("hint")
  private ComparisonHint hint;

  @JsonProperty("metric")
  private String metric;

  @JsonProperty("challenger")
  private Double challenger;

  @JsonProperty("incumbent")
  private Double incumbent;

  @JsonProperty("delta")
  private Double delta;

  @JsonProperty("improvement")
  private Double improvement;

  @JsonProperty("lower")
  private Double lower;

  @JsonProperty("upper")
  private Double upper;

  @JsonProperty("mcnemar")
  private McNemarResponse mcnemar;

  /** The slice; `{}` is the whole. */
  public Map<String, Object> getSlice() {
    return slice;
  }

  public ComparisonRowResponse slice(Map<String, Object> slice) {
    this.slice = slice;
    return this;
  }

  /** Number of examples. */
  public Long getCount() {
    return count;
  }

  public ComparisonRowResponse count(Long count) {
    this.count = count;
    return this;
  }

  /** What the interval rests on: point, interval or paired. */
  public EvidenceLevel getEvidenceLevel() {
    return evidenceLevel;
  }

  public ComparisonRowResponse evidenceLevel(EvidenceLevel evidenceLevel) {
    this.evidenceLevel = evidenceLevel;
    return this;
  }

  /** better, worse, no_difference_shown, only_challenger, only_incumbent or unknown. */
  public ComparisonHint getHint() {
    return hint;
  }

  public ComparisonRowResponse hint(ComparisonHint hint) {
    this.hint = hint;
    return this;
  }

  /** The metric. */
  public String getMetric() {
    return metric;
  }

  public ComparisonRowResponse metric(String metric) {
    this.metric = metric;
    return this;
  }

  /** Value of the challenger, in units of the metric; null when it has none. */
  public Double getChallenger() {
    return challenger;
  }

  public ComparisonRowResponse challenger(Double challenger) {
    this.challenger = challenger;
    return this;
  }

  /** Value of the incumbent, in units of the metric; null when it has none. */
  public Double getIncumbent() {
    return incumbent;
  }

  public ComparisonRowResponse incumbent(Double incumbent) {
    this.incumbent = incumbent;
    return this;
  }

  /** Challenger minus incumbent, in units of the metric. */
  public Double getDelta() {
    return delta;
  }

  public ComparisonRowResponse delta(Double delta) {
    this.delta = delta;
    return this;
  }

  /** The same with better as positive, in units of the metric; null for a metric of unknown direction. */
  public Double getImprovement() {
    return improvement;
  }

  public ComparisonRowResponse improvement(Double improvement) {
    this.improvement = improvement;
    return this;
  }

  /** Lower end of the two-sided 95 % interval of the delta, in units of the metric. */
  public Double getLower() {
    return lower;
  }

  public ComparisonRowResponse lower(Double lower) {
    this.lower = lower;
    return this;
  }

  /** Upper end of the interval, in units of the metric. */
  public Double getUpper() {
    return upper;
  }

  public ComparisonRowResponse upper(Double upper) {
    this.upper = upper;
    return this;
  }

  /** McNemar's test; null for metrics that are no share of the same rows, and without a table of both predictions. */
  public McNemarResponse getMcnemar() {
    return mcnemar;
  }

  public ComparisonRowResponse mcnemar(McNemarResponse mcnemar) {
    this.mcnemar = mcnemar;
    return this;
  }
}
