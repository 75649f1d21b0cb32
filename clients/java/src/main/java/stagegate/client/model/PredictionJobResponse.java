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
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("status")
  private PredictionJobStatus status;

  @JsonProperty("task")
  private PredictionTask task;

  @JsonProperty("rowsRead")
  private Long rowsRead;

  @JsonProperty("rowsTotal")
  private Long rowsTotal;

  @JsonProperty("evaluationId")
  private UUID evaluationId;

  @JsonProperty("attempts")
  private Integer attempts;

  @JsonProperty("model")
  private String model;

  @JsonProperty("step")
  private PredictionJobStep step;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("source")
  private PredictionSource source;

  @JsonProperty("error")
  private PredictionJobError error;

  @JsonProperty("warnings")
  private List<String> warnings;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  @JsonProperty("finishedAt")
  private OffsetDateTime finishedAt;

  /** Identifier of the job. */
  public UUID getId() {
    return id;
  }

  public PredictionJobResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The version that predicted. */
  public Integer getVersion() {
    return version;
  }

  public PredictionJobResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Where the job stands. */
  public PredictionJobStatus getStatus() {
    return status;
  }

  public PredictionJobResponse status(PredictionJobStatus status) {
    this.status = status;
    return this;
  }

  /** What the predictions answer. */
  public PredictionTask getTask() {
    return task;
  }

  public PredictionJobResponse task(PredictionTask task) {
    this.task = task;
    return this;
  }

  /** Rows read so far. */
  public Long getRowsRead() {
    return rowsRead;
  }

  public PredictionJobResponse rowsRead(Long rowsRead) {
    this.rowsRead = rowsRead;
    return this;
  }

  /** Rows there are; null while that is not known. */
  public Long getRowsTotal() {
    return rowsTotal;
  }

  public PredictionJobResponse rowsTotal(Long rowsTotal) {
    this.rowsTotal = rowsTotal;
    return this;
  }

  /** The evaluation that came of it; null until the job succeeded. */
  public UUID getEvaluationId() {
    return evaluationId;
  }

  public PredictionJobResponse evaluationId(UUID evaluationId) {
    this.evaluationId = evaluationId;
    return this;
  }

  /** How often the job was begun; more than once when a process ended before the job did. */
  public Integer getAttempts() {
    return attempts;
  }

  public PredictionJobResponse attempts(Integer attempts) {
    this.attempts = attempts;
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

  /** What a running job does now. */
  public PredictionJobStep getStep() {
    return step;
  }

  public PredictionJobResponse step(PredictionJobStep step) {
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
