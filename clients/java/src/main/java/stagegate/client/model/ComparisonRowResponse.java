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
  @JsonProperty("status")
  private MeasureStatus status;

  @JsonProperty("neededN")
  private Long neededN;

  @JsonProperty("slice")
  private Map<String, Object> slice;

  @JsonProperty("count")
  private Long count;

  @JsonProperty("evidenceLevel")
  private EvidenceLevel evidenceLevel;

  @JsonProperty("hint")
  private ComparisonHint hint;

  @JsonProperty("direction")
  private MetricDirection direction;

  @JsonProperty("kind")
  private MetricKind kind;

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

  @JsonProperty("unit")
  private String unit;

  @JsonProperty("pooledIn")
  private String pooledIn;

  @JsonProperty("ruleIds")
  private List<String> ruleIds;

  @JsonProperty("margin")
  private Double margin;

  @JsonProperty("decision")
  private DecisionBoundsResponse decision;

  /** The worst that the rules of the report said; null where none judged it, or no report is looked at. */
  public MeasureStatus getStatus() {
    return status;
  }

  public ComparisonRowResponse status(MeasureStatus status) {
    this.status = status;
    return this;
  }

  /** Rows in all that would settle it; null unless it is undecided and that is known. */
  public Long getNeededN() {
    return neededN;
  }

  public ComparisonRowResponse neededN(Long neededN) {
    this.neededN = neededN;
    return this;
  }

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

  /** Which way is better; null for a metric that nobody declared. */
  public MetricDirection getDirection() {
    return direction;
  }

  public ComparisonRowResponse direction(MetricDirection direction) {
    this.direction = direction;
    return this;
  }

  /** What kind of number the metric is; null for one that nobody declared. */
  public MetricKind getKind() {
    return kind;
  }

  public ComparisonRowResponse kind(MetricKind kind) {
    this.kind = kind;
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

  /** Unit of the metric; null when it has none or nobody stated it. */
  public String getUnit() {
    return unit;
  }

  public ComparisonRowResponse unit(String unit) {
    this.unit = unit;
    return this;
  }

  /** Id of the pooled row that the slice is judged in; null when it is judged alone. */
  public String getPooledIn() {
    return pooledIn;
  }

  public ComparisonRowResponse pooledIn(String pooledIn) {
    this.pooledIn = pooledIn;
    return this;
  }

  /** Ids of the rules that judged it. */
  public List<String> getRuleIds() {
    return ruleIds;
  }

  public ComparisonRowResponse ruleIds(List<String> ruleIds) {
    this.ruleIds = ruleIds;
    return this;
  }

  /** The loss that is allowed, in units of the metric; null where no rule compares. */
  public Double getMargin() {
    return margin;
  }

  public ComparisonRowResponse margin(Double margin) {
    this.margin = margin;
    return this;
  }

  /** The bounds that the verdict was decided on; null where none were computed. */
  public DecisionBoundsResponse getDecision() {
    return decision;
  }

  public ComparisonRowResponse decision(DecisionBoundsResponse decision) {
    this.decision = decision;
    return this;
  }
}
