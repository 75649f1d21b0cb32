// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** VersionResponse */
public final class VersionResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("artifactDigest")
  private String artifactDigest;

  @JsonProperty("model")
  private String model;

  @JsonProperty("stage")
  private Stage stage;

  @JsonProperty("stageEnteredAt")
  private OffsetDateTime stageEnteredAt;

  @JsonProperty("runId")
  private String runId;

  @JsonProperty("artifactUri")
  private String artifactUri;

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

  @JsonProperty("aliases")
  private List<String> aliases;

  @JsonProperty("quarantined")
  private Boolean quarantined;

  @JsonProperty("quarantineReason")
  private String quarantineReason;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("updatedAt")
  private OffsetDateTime updatedAt;

  @JsonProperty("promotedAt")
  private OffsetDateTime promotedAt;

  @JsonProperty("promotedBy")
  private String promotedBy;

  @JsonProperty("promotionRequestedBy")
  private String promotionRequestedBy;

  @JsonProperty("promotionApprovedBy")
  private List<String> promotionApprovedBy;

  @JsonProperty("imported")
  private VersionImportResponse imported;

  @JsonProperty("run")
  private VersionRunResponse run;

  /** Number of the version: 1, 2, 3 and so on, never reused. */
  public Integer getVersion() {
    return version;
  }

  public VersionResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Digest of the artifact's bytes. */
  public String getArtifactDigest() {
    return artifactDigest;
  }

  public VersionResponse artifactDigest(String artifactDigest) {
    this.artifactDigest = artifactDigest;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public VersionResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Where the version stands. */
  public Stage getStage() {
    return stage;
  }

  public VersionResponse stage(Stage stage) {
    this.stage = stage;
    return this;
  }

  /** When it came to stand there. */
  public OffsetDateTime getStageEnteredAt() {
    return stageEnteredAt;
  }

  public VersionResponse stageEnteredAt(OffsetDateTime stageEnteredAt) {
    this.stageEnteredAt = stageEnteredAt;
    return this;
  }

  /** The training run this version came from. */
  public String getRunId() {
    return runId;
  }

  public VersionResponse runId(String runId) {
    this.runId = runId;
    return this;
  }

  /** Where the artifact lies. */
  public String getArtifactUri() {
    return artifactUri;
  }

  public VersionResponse artifactUri(String artifactUri) {
    this.artifactUri = artifactUri;
    return this;
  }

  /** The dataset the version was trained on. */
  public DatasetReference getDataset() {
    return dataset;
  }

  public VersionResponse dataset(DatasetReference dataset) {
    this.dataset = dataset;
    return this;
  }

  /** The commit of the training code. */
  public String getGitCommit() {
    return gitCommit;
  }

  public VersionResponse gitCommit(String gitCommit) {
    this.gitCommit = gitCommit;
    return this;
  }

  /** Library the model was made with, and its version. */
  public String getFramework() {
    return framework;
  }

  public VersionResponse framework(String framework) {
    this.framework = framework;
    return this;
  }

  /** Inputs and outputs of the model. */
  public Map<String, Object> getSignature() {
    return signature;
  }

  public VersionResponse signature(Map<String, Object> signature) {
    this.signature = signature;
    return this;
  }

  /** Training parameters. */
  public Map<String, Object> getParams() {
    return params;
  }

  public VersionResponse params(Map<String, Object> params) {
    this.params = params;
    return this;
  }

  /** Training metrics as the registrant reported them. */
  public Map<String, Double> getMetrics() {
    return metrics;
  }

  public VersionResponse metrics(Map<String, Double> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** What is special about this version. */
  public String getDescription() {
    return description;
  }

  public VersionResponse description(String description) {
    this.description = description;
    return this;
  }

  /** Free labels, key to text. */
  public Map<String, String> getTags() {
    return tags;
  }

  public VersionResponse tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }

  /** Aliases that point at this version, champion included. */
  public List<String> getAliases() {
    return aliases;
  }

  public VersionResponse aliases(List<String> aliases) {
    this.aliases = aliases;
    return this;
  }

  /** Whether the version is barred from promotion and rollback. */
  public Boolean getQuarantined() {
    return quarantined;
  }

  public VersionResponse quarantined(Boolean quarantined) {
    this.quarantined = quarantined;
    return this;
  }

  /** Why it is barred; null when it is not. */
  public String getQuarantineReason() {
    return quarantineReason;
  }

  public VersionResponse quarantineReason(String quarantineReason) {
    this.quarantineReason = quarantineReason;
    return this;
  }

  /** When it was registered. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public VersionResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who registered it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public VersionResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** When description, tags, quarantine or stage last changed. */
  public OffsetDateTime getUpdatedAt() {
    return updatedAt;
  }

  public VersionResponse updatedAt(OffsetDateTime updatedAt) {
    this.updatedAt = updatedAt;
    return this;
  }

  /** When it last entered Production; null if never. */
  public OffsetDateTime getPromotedAt() {
    return promotedAt;
  }

  public VersionResponse promotedAt(OffsetDateTime promotedAt) {
    this.promotedAt = promotedAt;
    return this;
  }

  /** Whose call put it there: the last approver's, where approval was needed. */
  public String getPromotedBy() {
    return promotedBy;
  }

  public VersionResponse promotedBy(String promotedBy) {
    this.promotedBy = promotedBy;
    return this;
  }

  /** Who asked for it to be put there. */
  public String getPromotionRequestedBy() {
    return promotionRequestedBy;
  }

  public VersionResponse promotionRequestedBy(String promotionRequestedBy) {
    this.promotionRequestedBy = promotionRequestedBy;
    return this;
  }

  /** Who approved it, in the order of their decisions; empty when nobody had to. */
  public List<String> getPromotionApprovedBy() {
    return promotionApprovedBy;
  }

  public VersionResponse promotionApprovedBy(List<String> promotionApprovedBy) {
    this.promotionApprovedBy = promotionApprovedBy;
    return this;
  }

  /** What the registry said of it that it was taken over from; absent in lists and where it was registered here. */
  public VersionImportResponse getImported() {
    return imported;
  }

  public VersionResponse imported(VersionImportResponse imported) {
    this.imported = imported;
    return this;
  }

  /** What the tracking server says of its run; absent in lists and where no run is read. */
  public VersionRunResponse getRun() {
    return run;
  }

  public VersionResponse run(VersionRunResponse run) {
    this.run = run;
    return this;
  }
}
