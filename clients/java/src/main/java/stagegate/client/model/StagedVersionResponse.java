// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** StagedVersionResponse */
public final class StagedVersionResponse extends Value {
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

  @JsonProperty("tenure")
  private TenureResponse tenure;

  /** Number of the version: 1, 2, 3 and so on, never reused. */
  public Integer getVersion() {
    return version;
  }

  public StagedVersionResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Digest of the artifact's bytes. */
  public String getArtifactDigest() {
    return artifactDigest;
  }

  public StagedVersionResponse artifactDigest(String artifactDigest) {
    this.artifactDigest = artifactDigest;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public StagedVersionResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Where the version stands. */
  public Stage getStage() {
    return stage;
  }

  public StagedVersionResponse stage(Stage stage) {
    this.stage = stage;
    return this;
  }

  /** When it came to stand there. */
  public OffsetDateTime getStageEnteredAt() {
    return stageEnteredAt;
  }

  public StagedVersionResponse stageEnteredAt(OffsetDateTime stageEnteredAt) {
    this.stageEnteredAt = stageEnteredAt;
    return this;
  }

  /** The training run this version came from. */
  public String getRunId() {
    return runId;
  }

  public StagedVersionResponse runId(String runId) {
    this.runId = runId;
    return this;
  }

  /** Where the artifact lies. */
  public String getArtifactUri() {
    return artifactUri;
  }

  public StagedVersionResponse artifactUri(String artifactUri) {
    this.artifactUri = artifactUri;
    return this;
  }

  /** The dataset the version was trained on. */
  public DatasetReference getDataset() {
    return dataset;
  }

  public StagedVersionResponse dataset(DatasetReference dataset) {
    this.dataset = dataset;
    return this;
  }

  /** The commit of the training code. */
  public String getGitCommit() {
    return gitCommit;
  }

  public StagedVersionResponse gitCommit(String gitCommit) {
    this.gitCommit = gitCommit;
    return this;
  }

  /** Library the model was made with, and its version. */
  public String getFramework() {
    return framework;
  }

  public StagedVersionResponse framework(String framework) {
    this.framework = framework;
    return this;
  }

  /** Inputs and outputs of the model. */
  public Map<String, Object> getSignature() {
    return signature;
  }

  public StagedVersionResponse signature(Map<String, Object> signature) {
    this.signature = signature;
    return this;
  }

  /** Training parameters. */
  public Map<String, Object> getParams() {
    return params;
  }

  public StagedVersionResponse params(Map<String, Object> params) {
    this.params = params;
    return this;
  }

  /** Training metrics as the registrant reported them. */
  public Map<String, Double> getMetrics() {
    return metrics;
  }

  public StagedVersionResponse metrics(Map<String, Double> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** What is special about this version. */
  public String getDescription() {
    return description;
  }

  public StagedVersionResponse description(String description) {
    this.description = description;
    return this;
  }

  /** Free labels, key to text. */
  public Map<String, String> getTags() {
    return tags;
  }

  public StagedVersionResponse tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }

  /** Aliases that point at this version, champion included. */
  public List<String> getAliases() {
    return aliases;
  }

  public StagedVersionResponse aliases(List<String> aliases) {
    this.aliases = aliases;
    return this;
  }

  /** Whether the version is barred from promotion and rollback. */
  public Boolean getQuarantined() {
    return quarantined;
  }

  public StagedVersionResponse quarantined(Boolean quarantined) {
    this.quarantined = quarantined;
    return this;
  }

  /** Why it is barred; null when it is not. */
  public String getQuarantineReason() {
    return quarantineReason;
  }

  public StagedVersionResponse quarantineReason(String quarantineReason) {
    this.quarantineReason = quarantineReason;
    return this;
  }

  /** When it was registered. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public StagedVersionResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who registered it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public StagedVersionResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** When description, tags, quarantine or stage last changed. */
  public OffsetDateTime getUpdatedAt() {
    return updatedAt;
  }

  public StagedVersionResponse updatedAt(OffsetDateTime updatedAt) {
    this.updatedAt = updatedAt;
    return this;
  }

  /** When it last entered Production; null if never. */
  public OffsetDateTime getPromotedAt() {
    return promotedAt;
  }

  public StagedVersionResponse promotedAt(OffsetDateTime promotedAt) {
    this.promotedAt = promotedAt;
    return this;
  }

  /** Whose call put it there: the last approver's, where approval was needed. */
  public String getPromotedBy() {
    return promotedBy;
  }

  public StagedVersionResponse promotedBy(String promotedBy) {
    this.promotedBy = promotedBy;
    return this;
  }

  /** Who asked for it to be put there. */
  public String getPromotionRequestedBy() {
    return promotionRequestedBy;
  }

  public StagedVersionResponse promotionRequestedBy(String promotionRequestedBy) {
    this.promotionRequestedBy = promotionRequestedBy;
    return this;
  }

  /** Who approved it, in the order of their decisions; empty when nobody had to. */
  public List<String> getPromotionApprovedBy() {
    return promotionApprovedBy;
  }

  public StagedVersionResponse promotionApprovedBy(List<String> promotionApprovedBy) {
    this.promotionApprovedBy = promotionApprovedBy;
    return this;
  }

  /** What the registry said of it that it was taken over from; absent in lists and where it was registered here. */
  public VersionImportResponse getImported() {
    return imported;
  }

  public StagedVersionResponse imported(VersionImportResponse imported) {
    this.imported = imported;
    return this;
  }

  /** What the tracking server says of its run; absent in lists and where no run is read. */
  public VersionRunResponse getRun() {
    return run;
  }

  public StagedVersionResponse run(VersionRunResponse run) {
    this.run = run;
    return this;
  }

  /** The tenure of Production that `at` lies in; absent without `at`. */
  public TenureResponse getTenure() {
    return tenure;
  }

  public StagedVersionResponse tenure(TenureResponse tenure) {
    this.tenure = tenure;
    return this;
  }
}
