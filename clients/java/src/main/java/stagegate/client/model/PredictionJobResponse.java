// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PredictionJobResponse */
public final class PredictionJobResponse extends Value {
  @JsonProperty("status")
  private StatusEnum status;

  @JsonProperty("task")
  private TaskEnum task;

  @JsonProperty("id")
  private String id;

  @JsonProperty("model")
  private String model;

  @JsonProperty("version")
  private Double version;

  @JsonProperty("step")
  private StepEnum step;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("source")
  private PredictionSource source;

  @JsonProperty("rowsRead")
  private Double rowsRead;

  @JsonProperty("rowsTotal")
  private Double rowsTotal;

  @JsonProperty("evaluationId")
  private String evaluationId;

  @JsonProperty("error")
  private PredictionJobError error;

  @JsonProperty("warnings")
  private List<String> warnings;

  @JsonProperty("attempts")
  private Double attempts;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  @JsonProperty("finishedAt")
  private OffsetDateTime finishedAt;

  public enum StatusEnum {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED
  }

  /** Where the job stands. */
  public StatusEnum getStatus() {
    return status;
  }

  public PredictionJobResponse status(StatusEnum status) {
    this.status = status;
    return this;
  }

  public enum TaskEnum {
    @JsonProperty("binary")
    BINARY,
    @JsonProperty("multiclass")
    MULTICLASS,
    @JsonProperty("regression")
    REGRESSION,
    @JsonProperty("ranking")
    RANKING
  }

  /** What the predictions answer. */
  public TaskEnum getTask() {
    return task;
  }

  public PredictionJobResponse task(TaskEnum task) {
    this.task = task;
    return this;
  }

  /** Identifier of the job. */
  public String getId() {
    return id;
  }

  public PredictionJobResponse id(String id) {
    this.id = id;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public PredictionJobResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The version that predicted. */
  public Double getVersion() {
    return version;
  }

  public PredictionJobResponse version(Double version) {
    this.version = version;
    return this;
  }

  public enum StepEnum {
    @JsonProperty("starting")
    STARTING,
    @JsonProperty("reading")
    READING,
    @JsonProperty("measuring")
    MEASURING,
    @JsonProperty("pairing")
    PAIRING,
    @JsonProperty("storing")
    STORING
  }

  /** What a running job does now. */
  public StepEnum getStep() {
    return step;
  }

  public PredictionJobResponse step(StepEnum step) {
    this.step = step;
    return this;
  }

  /** The data that was predicted. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public PredictionJobResponse dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** Where the predictions come from. */
  public PredictionSource getSource() {
    return source;
  }

  public PredictionJobResponse source(PredictionSource source) {
    this.source = source;
    return this;
  }

  /** Rows read so far. */
  public Double getRowsRead() {
    return rowsRead;
  }

  public PredictionJobResponse rowsRead(Double rowsRead) {
    this.rowsRead = rowsRead;
    return this;
  }

  /** Rows there are; null while that is not known. */
  public Double getRowsTotal() {
    return rowsTotal;
  }

  public PredictionJobResponse rowsTotal(Double rowsTotal) {
    this.rowsTotal = rowsTotal;
    return this;
  }

  /** The evaluation that came of it; null until the job succeeded. */
  public String getEvaluationId() {
    return evaluationId;
  }

  public PredictionJobResponse evaluationId(String evaluationId) {
    this.evaluationId = evaluationId;
    return this;
  }

  /** Why the job failed; null unless it did. */
  public PredictionJobError getError() {
    return error;
  }

  public PredictionJobResponse error(PredictionJobError error) {
    this.error = error;
    return this;
  }

  /** What could not be computed besides, such as a comparison. */
  public List<String> getWarnings() {
    return warnings;
  }

  public PredictionJobResponse warnings(List<String> warnings) {
    this.warnings = warnings;
    return this;
  }

  /** How often the job was begun; more than once when a process ended amid it. */
  public Double getAttempts() {
    return attempts;
  }

  public PredictionJobResponse attempts(Double attempts) {
    this.attempts = attempts;
    return this;
  }

  /** When it was submitted. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public PredictionJobResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who submitted it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public PredictionJobResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** When it was begun first. */
  public OffsetDateTime getStartedAt() {
    return startedAt;
  }

  public PredictionJobResponse startedAt(OffsetDateTime startedAt) {
    this.startedAt = startedAt;
    return this;
  }

  /** When it ended. */
  public OffsetDateTime getFinishedAt() {
    return finishedAt;
  }

  public PredictionJobResponse finishedAt(OffsetDateTime finishedAt) {
    this.finishedAt = finishedAt;
    return this;
  }
}
