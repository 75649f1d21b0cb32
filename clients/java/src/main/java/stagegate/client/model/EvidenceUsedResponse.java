// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EvidenceUsedResponse */
public final class EvidenceUsedResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("evaluationId")
  private UUID evaluationId;

  @JsonProperty("attempts")
  private Integer attempts;

  @JsonProperty("role")
  private ComparedRole role;

  @JsonProperty("dataset")
  private JudgedDataset dataset;

  @JsonProperty("evaluatedAt")
  private OffsetDateTime evaluatedAt;

  @JsonProperty("digest")
  private String digest;

  /** The version it measured. */
  public Integer getVersion() {
    return version;
  }

  public EvidenceUsedResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Id of the evaluation. */
  public UUID getEvaluationId() {
    return evaluationId;
  }

  public EvidenceUsedResponse evaluationId(UUID evaluationId) {
    this.evaluationId = evaluationId;
    return this;
  }

  /** Complete evaluations of the version on the same data, this one included. */
  public Integer getAttempts() {
    return attempts;
  }

  public EvidenceUsedResponse attempts(Integer attempts) {
    this.attempts = attempts;
    return this;
  }

  /** Whose evaluation it is. */
  public ComparedRole getRole() {
    return role;
  }

  public EvidenceUsedResponse role(ComparedRole role) {
    this.role = role;
    return this;
  }

  /** The data it was measured on. */
  public JudgedDataset getDataset() {
    return dataset;
  }

  public EvidenceUsedResponse dataset(JudgedDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** When it was measured. */
  public OffsetDateTime getEvaluatedAt() {
    return evaluatedAt;
  }

  public EvidenceUsedResponse evaluatedAt(OffsetDateTime evaluatedAt) {
    this.evaluatedAt = evaluatedAt;
    return this;
  }

  /** Digest of the evaluation. */
  public String getDigest() {
    return digest;
  }

  public EvidenceUsedResponse digest(String digest) {
    this.digest = digest;
    return this;
  }
}
