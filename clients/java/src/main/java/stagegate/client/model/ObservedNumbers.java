// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ObservedNumbers */
public final class ObservedNumbers extends Value {
  @JsonProperty("count")
  private Long count;

  @JsonProperty("standardError")
  private Double standardError;

  @JsonProperty("p")
  private Double p;

  @JsonProperty("pAdjusted")
  private Double pAdjusted;

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

  @JsonProperty("minimumDetectableEffect")
  private Double minimumDetectableEffect;

  /** Number of examples; null when nobody stated it. */
  public Long getCount() {
    return count;
  }

  public ObservedNumbers count(Long count) {
    this.count = count;
    return this;
  }

  /** Standard error of the value or, for a comparison, of the delta, in units of the metric. */
  public Double getStandardError() {
    return standardError;
  }

  public ObservedNumbers standardError(Double standardError) {
    this.standardError = standardError;
    return this;
  }

  /** One-sided p of \"not worse\", 0 to 1. */
  public Double getP() {
    return p;
  }

  public ObservedNumbers p(Double p) {
    this.p = p;
    return this;
  }

  /** The same corrected over the measures of the rule. */
  public Double getpAdjusted() {
    return pAdjusted;
  }

  public ObservedNumbers pAdjusted(Double pAdjusted) {
    this.pAdjusted = pAdjusted;
    return this;
  }

  /** Value of the challenger, in units of the metric; null when it is undefined. */
  public Double getChallenger() {
    return challenger;
  }

  public ObservedNumbers challenger(Double challenger) {
    this.challenger = challenger;
    return this;
  }

  /** Value of the incumbent, in units of the metric; null when it is undefined. */
  public Double getIncumbent() {
    return incumbent;
  }

  public ObservedNumbers incumbent(Double incumbent) {
    this.incumbent = incumbent;
    return this;
  }

  /** Challenger minus incumbent, in units of the metric. */
  public Double getDelta() {
    return delta;
  }

  public ObservedNumbers delta(Double delta) {
    this.delta = delta;
    return this;
  }

  /** The same with better as positive, in units of the metric. */
  public Double getImprovement() {
    return improvement;
  }

  public ObservedNumbers improvement(Double improvement) {
    this.improvement = improvement;
    return this;
  }

  /** Lower one-sided bound of the value or, for a comparison, of the delta, in units of the metric. */
  public Double getLower() {
    return lower;
  }

  public ObservedNumbers lower(Double lower) {
    this.lower = lower;
    return this;
  }

  /** Upper one-sided bound, in units of the metric. */
  public Double getUpper() {
    return upper;
  }

  public ObservedNumbers upper(Double upper) {
    this.upper = upper;
    return this;
  }

  /** Smallest harm that would have been seen with power 0.8, in units of the metric. */
  public Double getMinimumDetectableEffect() {
    return minimumDetectableEffect;
  }

  public ObservedNumbers minimumDetectableEffect(Double minimumDetectableEffect) {
    this.minimumDetectableEffect = minimumDetectableEffect;
    return this;
  }
}
