// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SubmitEvaluationRequest */
public final class SubmitEvaluationRequest extends Value {
  @JsonProperty("environment")
  private String environment;

  @JsonProperty("labelDefinition")
  private String labelDefinition;

  @JsonProperty("sliceDefinition")
  private String sliceDefinition;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("evaluatedAt")
  private OffsetDateTime evaluatedAt;

  @JsonProperty("evaluator")
  private String evaluator;

  @JsonProperty("predictionDigest")
  private String predictionDigest;

  @JsonProperty("metrics")
  private List<EvaluationMetricValue> metrics;

  @JsonProperty("paired")
  private List<PairedEvidence> paired;

  /** Class of machine that operational metrics such as latency were taken on. */
  public String getEnvironment() {
    return environment;
  }

  public SubmitEvaluationRequest environment(String environment) {
    this.environment = environment;
    return this;
  }

  /** Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not compared unless the policy says so. */
  public String getLabelDefinition() {
    return labelDefinition;
  }

  public SubmitEvaluationRequest labelDefinition(String labelDefinition) {
    this.labelDefinition = labelDefinition;
    return this;
  }

  /** Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not compared unless the policy says so. */
  public String getSliceDefinition() {
    return sliceDefinition;
  }

  public SubmitEvaluationRequest sliceDefinition(String sliceDefinition) {
    this.sliceDefinition = sliceDefinition;
    return this;
  }

  /** The data the version was measured on. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public SubmitEvaluationRequest dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** When it was measured; the time of submission unless given. */
  public OffsetDateTime getEvaluatedAt() {
    return evaluatedAt;
  }

  public SubmitEvaluationRequest evaluatedAt(OffsetDateTime evaluatedAt) {
    this.evaluatedAt = evaluatedAt;
    return this;
  }

  /** What measured it, such as sklearn-1.2. */
  public String getEvaluator() {
    return evaluator;
  }

  public SubmitEvaluationRequest evaluator(String evaluator) {
    this.evaluator = evaluator;
    return this;
  }

  /** Digest of the predictions; two versions with the same one predict the same. */
  public String getPredictionDigest() {
    return predictionDigest;
  }

  public SubmitEvaluationRequest predictionDigest(String predictionDigest) {
    this.predictionDigest = predictionDigest;
    return this;
  }

  /** The metrics, overall and per slice, each with its sample count; no metric twice on one slice. */
  public List<EvaluationMetricValue> getMetrics() {
    return metrics;
  }

  public SubmitEvaluationRequest metrics(List<EvaluationMetricValue> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** Paired evidence against incumbents, per slice. */
  public List<PairedEvidence> getPaired() {
    return paired;
  }

  public SubmitEvaluationRequest paired(List<PairedEvidence> paired) {
    this.paired = paired;
    return this;
  }
}
