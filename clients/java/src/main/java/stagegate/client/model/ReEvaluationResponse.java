// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ReEvaluationResponse */
public final class ReEvaluationResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("comparedWith")
  private Integer comparedWith;

  @JsonProperty("status")
  private ReEvaluationStanding status;

  @JsonProperty("jobId")
  private UUID jobId;

  @JsonProperty("evaluationId")
  private UUID evaluationId;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("error")
  private PredictionJobError error;

  @JsonProperty("message")
  private String message;

  /** The version whose predictions are measured. */
  public Integer getVersion() {
    return version;
  }

  public ReEvaluationResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** The version it is compared with row by row; null for none. */
  public Integer getComparedWith() {
    return comparedWith;
  }

  public ReEvaluationResponse comparedWith(Integer comparedWith) {
    this.comparedWith = comparedWith;
    return this;
  }

  /** Where it stands; `offered` when nothing was begun, and the message says why. */
  public ReEvaluationStanding getStatus() {
    return status;
  }

  public ReEvaluationResponse status(ReEvaluationStanding status) {
    this.status = status;
    return this;
  }

  /** The prediction job that computes it; null while none does. */
  public UUID getJobId() {
    return jobId;
  }

  public ReEvaluationResponse jobId(UUID jobId) {
    this.jobId = jobId;
    return this;
  }

  /** The evaluation that came of it; null until there is one. */
  public UUID getEvaluationId() {
    return evaluationId;
  }

  public ReEvaluationResponse evaluationId(UUID evaluationId) {
    this.evaluationId = evaluationId;
    return this;
  }

  /** The data it is measured on. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public ReEvaluationResponse dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** Why it failed; null unless it did. */
  public PredictionJobError getError() {
    return error;
  }

  public ReEvaluationResponse error(PredictionJobError error) {
    this.error = error;
    return this;
  }

  /** What there is to do, for people. */
  public String getMessage() {
    return message;
  }

  public ReEvaluationResponse message(String message) {
    this.message = message;
    return this;
  }
}
