// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ImportedVersionRequest */
public final class ImportedVersionRequest extends Value {
  @JsonProperty("runId")
  private String runId;

  @JsonProperty("artifactUri")
  private String artifactUri;

  @JsonProperty("artifactDigest")
  private String artifactDigest;

  @JsonProperty("dataset")
  private DatasetReference dataset;

  @JsonProperty("gitCommit")
  private String gitCommit;

  @JsonProperty("framework")
  private String framework;

  @JsonProperty("signature")
  private Map<String, Object> signature;

  @JsonProperty("params")
  private Map<String, Object> params;

  @JsonProperty("metrics")
  private Map<String, Double> metrics;

  @JsonProperty("description")
  private String description;

  @JsonProperty("tags")
  private Map<String, String> tags;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("source")
  private String source;

  @JsonProperty("runLink")
  private String runLink;

  @JsonProperty("loggedModelId")
  private String loggedModelId;

  @JsonProperty("stage")
  private Stage stage;

  @JsonProperty("quarantineReason")
  private String quarantineReason;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("updatedAt")
  private OffsetDateTime updatedAt;

  /** The training run this version came from. */
  public String getRunId() {
    return runId;
  }

  public ImportedVersionRequest runId(String runId) {
    this.runId = runId;
    return this;
  }

  /** Where the artifact lies, such as s3://bucket/key. */
  public String getArtifactUri() {
    return artifactUri;
  }

  public ImportedVersionRequest artifactUri(String artifactUri) {
    this.artifactUri = artifactUri;
    return this;
  }

  /** Digest of the artifact's bytes, `sha256:` and 64 hexadecimal digits. */
  public String getArtifactDigest() {
    return artifactDigest;
  }

  public ImportedVersionRequest artifactDigest(String artifactDigest) {
    this.artifactDigest = artifactDigest;
    return this;
  }

  /** The dataset the version was trained on. */
  public DatasetReference getDataset() {
    return dataset;
  }

  public ImportedVersionRequest dataset(DatasetReference dataset) {
    this.dataset = dataset;
    return this;
  }

  /** The commit of the training code, 7 to 64 hexadecimal digits. */
  public String getGitCommit() {
    return gitCommit;
  }

  public ImportedVersionRequest gitCommit(String gitCommit) {
    this.gitCommit = gitCommit;
    return this;
  }

  /** Library the model was made with, and its version. */
  public String getFramework() {
    return framework;
  }

  public ImportedVersionRequest framework(String framework) {
    this.framework = framework;
    return this;
  }

  /** Inputs and outputs of the model, as JSON. */
  public Map<String, Object> getSignature() {
    return signature;
  }

  public ImportedVersionRequest signature(Map<String, Object> signature) {
    this.signature = signature;
    return this;
  }

  /** Training parameters, as JSON. */
  public Map<String, Object> getParams() {
    return params;
  }

  public ImportedVersionRequest params(Map<String, Object> params) {
    this.params = params;
    return this;
  }

  /** Training metrics, name to finite number; for information, gates judge by evaluations. */
  public Map<String, Double> getMetrics() {
    return metrics;
  }

  public ImportedVersionRequest metrics(Map<String, Double> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** What is special about this version, in Markdown. */
  public String getDescription() {
    return description;
  }

  public ImportedVersionRequest description(String description) {
    this.description = description;
    return this;
  }

  /** Free labels, key to text. */
  public Map<String, String> getTags() {
    return tags;
  }

  public ImportedVersionRequest tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }

  /** Its number there; numbers that are left out are never given. */
  public Integer getVersion() {
    return version;
  }

  public ImportedVersionRequest version(Integer version) {
    this.version = version;
    return this;
  }

  /** Where MLflow was told that it lies, when that is not the artifact itself. */
  public String getSource() {
    return source;
  }

  public ImportedVersionRequest source(String source) {
    this.source = source;
    return this;
  }

  /** The page of its run. */
  public String getRunLink() {
    return runLink;
  }

  public ImportedVersionRequest runLink(String runLink) {
    this.runLink = runLink;
    return this;
  }

  /** The logged model of MLflow that it was made of. */
  public String getLoggedModelId() {
    return loggedModelId;
  }

  public ImportedVersionRequest loggedModelId(String loggedModelId) {
    this.loggedModelId = loggedModelId;
    return this;
  }

  /** Where it stands there. */
  public Stage getStage() {
    return stage;
  }

  public ImportedVersionRequest stage(Stage stage) {
    this.stage = stage;
    return this;
  }

  /** Why it is barred from promotion and rollback there; it is then barred here, and an import releases none. */
  public String getQuarantineReason() {
    return quarantineReason;
  }

  public ImportedVersionRequest quarantineReason(String quarantineReason) {
    this.quarantineReason = quarantineReason;
    return this;
  }

  /** When it was registered there. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public ImportedVersionRequest createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who registered it there. */
  public String getCreatedBy() {
    return createdBy;
  }

  public ImportedVersionRequest createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** When it last changed there. */
  public OffsetDateTime getUpdatedAt() {
    return updatedAt;
  }

  public ImportedVersionRequest updatedAt(OffsetDateTime updatedAt) {
    this.updatedAt = updatedAt;
    return this;
  }
}
