// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PooledRowResponse */
public final class PooledRowResponse extends Value {
  @JsonProperty("status")
  private MeasureStatus status;

  @JsonProperty("neededN")
  private Long neededN;

  @JsonProperty("members")
  private List<Map<String, Object>> members;

  @JsonProperty("count")
  private Long count;

  @JsonProperty("id")
  private String id;

  @JsonProperty("metric")
  private String metric;

  @JsonProperty("features")
  private List<String> features;

  @JsonProperty("challenger")
  private Double challenger;

  @JsonProperty("incumbent")
  private Double incumbent;

  @JsonProperty("delta")
  private Double delta;

  @JsonProperty("improvement")
  private Double improvement;

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

  public PooledRowResponse status(MeasureStatus status) {
    this.status = status;
    return this;
  }

  /** Rows in all that would settle it; null unless it is undecided and that is known. */
  public Long getNeededN() {
    return neededN;
  }

  public PooledRowResponse neededN(Long neededN) {
    this.neededN = neededN;
    return this;
  }

  /** The slices in it. */
  public List<Map<String, Object>> getMembers() {
    return members;
  }

  public PooledRowResponse members(List<Map<String, Object>> members) {
    this.members = members;
    return this;
  }

  /** Number of examples in all members. */
  public Long getCount() {
    return count;
  }

  public PooledRowResponse count(Long count) {
    this.count = count;
    return this;
  }

  /** Identifier of the pool within the comparison. */
  public String getId() {
    return id;
  }

  public PooledRowResponse id(String id) {
    this.id = id;
    return this;
  }

  /** The metric. */
  public String getMetric() {
    return metric;
  }

  public PooledRowResponse metric(String metric) {
    this.metric = metric;
    return this;
  }

  /** The features whose small slices are taken together. */
  public List<String> getFeatures() {
    return features;
  }

  public PooledRowResponse features(List<String> features) {
    this.features = features;
    return this;
  }

  /** Value of the challenger, in units of the metric; null when it has none. */
  public Double getChallenger() {
    return challenger;
  }

  public PooledRowResponse challenger(Double challenger) {
    this.challenger = challenger;
    return this;
  }

  /** Value of the incumbent, in units of the metric; null when it has none. */
  public Double getIncumbent() {
    return incumbent;
  }

  public PooledRowResponse incumbent(Double incumbent) {
    this.incumbent = incumbent;
    return this;
  }

  /** Challenger minus incumbent, in units of the metric. */
  public Double getDelta() {
    return delta;
  }

  public PooledRowResponse delta(Double delta) {
    this.delta = delta;
    return this;
  }

  /** The same with better as positive, in units of the metric. */
  public Double getImprovement() {
    return improvement;
  }

  public PooledRowResponse improvement(Double improvement) {
    this.improvement = improvement;
    return this;
  }

  /** Ids of the rules that judged it. */
  public List<String> getRuleIds() {
    return ruleIds;
  }

  public PooledRowResponse ruleIds(List<String> ruleIds) {
    this.ruleIds = ruleIds;
    return this;
  }

  /** The loss that is allowed, in units of the metric; null where no rule compares. */
  public Double getMargin() {
    return margin;
  }

  public PooledRowResponse margin(Double margin) {
    this.margin = margin;
    return this;
  }

  /** The bounds that the verdict was decided on; null where none were computed. */
  public DecisionBoundsResponse getDecision() {
    return decision;
  }

  public PooledRowResponse decision(DecisionBoundsResponse decision) {
    this.decision = decision;
    return this;
  }
}
