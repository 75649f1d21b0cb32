// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EvaluationResponse */
public final class EvaluationResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("predictionDigest")
  private String predictionDigest;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("metricCount")
  private Integer metricCount;

  @JsonProperty("pairedCount")
  private Integer pairedCount;

  @JsonProperty("model")
  private String model;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("evaluatedAt")
  private OffsetDateTime evaluatedAt;

  @JsonProperty("evaluator")
  private String evaluator;

  @JsonProperty("environment")
  private String environment;

  @JsonProperty("labelDefinition")
  private String labelDefinition;

  @JsonProperty("sliceDefinition")
  private String sliceDefinition;

  @JsonProperty("metrics")
  private List<EvaluationMetricValue> metrics;

  @JsonProperty("paired")
  private List<PairedEvidence> paired;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  /** Identifier of the evaluation. */
  public UUID getId() {
    return id;
  }

  public EvaluationResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The version that was measured. */
  public Integer getVersion() {
    return version;
  }

  public EvaluationResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Digest of the predictions. */
  public String getPredictionDigest() {
    return predictionDigest;
  }

  public EvaluationResponse predictionDigest(String predictionDigest) {
    this.predictionDigest = predictionDigest;
    return this;
  }

  /** Digest over the canonical form of what was submitted. */
  public String getDigest() {
    return digest;
  }

  public EvaluationResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** How many metrics it holds. */
  public Integer getMetricCount() {
    return metricCount;
  }

  public EvaluationResponse metricCount(Integer metricCount) {
    this.metricCount = metricCount;
    return this;
  }

  /** How many entries of paired evidence it holds. */
  public Integer getPairedCount() {
    return pairedCount;
  }

  public EvaluationResponse pairedCount(Integer pairedCount) {
    this.pairedCount = pairedCount;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public EvaluationResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The data it was measured on. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public EvaluationResponse dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** When it was measured. */
  public OffsetDateTime getEvaluatedAt() {
    return evaluatedAt;
  }

  public EvaluationResponse evaluatedAt(OffsetDateTime evaluatedAt) {
    this.evaluatedAt = evaluatedAt;
    return this;
  }

  /** What measured it. */
  public String getEvaluator() {
    return evaluator;
  }

  public EvaluationResponse evaluator(String evaluator) {
    this.evaluator = evaluator;
    return this;
  }

  /** Class of machine that operational metrics were taken on. */
  public String getEnvironment() {
    return environment;
  }

  public EvaluationResponse environment(String environment) {
    this.environment = environment;
    return this;
  }

  /** Version of the definition that the labels follow. */
  public String getLabelDefinition() {
    return labelDefinition;
  }

  public EvaluationResponse labelDefinition(String labelDefinition) {
    this.labelDefinition = labelDefinition;
    return this;
  }

  /** Version of the definition that the slices follow. */
  public String getSliceDefinition() {
    return sliceDefinition;
  }

  public EvaluationResponse sliceDefinition(String sliceDefinition) {
    this.sliceDefinition = sliceDefinition;
    return this;
  }

  /** The metrics, overall and per slice; none in a list that was asked for without them. */
  public List<EvaluationMetricValue> getMetrics() {
    return metrics;
  }

  public EvaluationResponse metrics(List<EvaluationMetricValue> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** Paired evidence against incumbents; none in a list that was asked for without it. */
  public List<PairedEvidence> getPaired() {
    return paired;
  }

  public EvaluationResponse paired(List<PairedEvidence> paired) {
    this.paired = paired;
    return this;
  }

  /** When it was submitted. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public EvaluationResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who submitted it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public EvaluationResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }
}
