// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** VerificationJobResponse */
public final class VerificationJobResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("status")
  private PredictionJobStatus status;

  @JsonProperty("through")
  private Long through;

  @JsonProperty("to")
  private Long to;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("finishedAt")
  private OffsetDateTime finishedAt;

  @JsonProperty("error")
  private String error;

  @JsonProperty("result")
  private AuditVerificationResponse result;

  /** Identifier of the verification. */
  public UUID getId() {
    return id;
  }

  public VerificationJobResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Where it stands. */
  public PredictionJobStatus getStatus() {
    return status;
  }

  public VerificationJobResponse status(PredictionJobStatus status) {
    this.status = status;
    return this;
  }

  /** Sequence of the event it is at; 0 before the first. */
  public Long getThrough() {
    return through;
  }

  public VerificationJobResponse through(Long through) {
    this.through = through;
    return this;
  }

  /** Sequence of the event it ends with; null until that is known. */
  public Long getTo() {
    return to;
  }

  public VerificationJobResponse to(Long to) {
    this.to = to;
    return this;
  }

  /** When it was asked for. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public VerificationJobResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** When it ended; null until then. */
  public OffsetDateTime getFinishedAt() {
    return finishedAt;
  }

  public VerificationJobResponse finishedAt(OffsetDateTime finishedAt) {
    this.finishedAt = finishedAt;
    return this;
  }

  /** Why it failed; null unless it did. A record that does not fit is no failure: the result says so. */
  public String getError() {
    return error;
  }

  public VerificationJobResponse error(String error) {
    this.error = error;
    return this;
  }

  /** What it found; null until it succeeded. */
  public AuditVerificationResponse getResult() {
    return result;
  }

  public VerificationJobResponse result(AuditVerificationResponse result) {
    this.result = result;
    return this;
  }
}
