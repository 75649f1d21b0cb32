// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardLineageResponse */
public final class CardLineageResponse extends Value {
  @JsonProperty("artifactDigest")
  private String artifactDigest;

  @JsonProperty("runId")
  private String runId;

  @JsonProperty("gitCommit")
  private String gitCommit;

  @JsonProperty("framework")
  private String framework;

  @JsonProperty("artifactUri")
  private String artifactUri;

  @JsonProperty("dataset")
  private DatasetReference dataset;

  @JsonProperty("registeredAt")
  private OffsetDateTime registeredAt;

  @JsonProperty("registeredBy")
  private String registeredBy;

  /** Digest of the artifact's bytes. */
  public String getArtifactDigest() {
    return artifactDigest;
  }

  public CardLineageResponse artifactDigest(String artifactDigest) {
    this.artifactDigest = artifactDigest;
    return this;
  }

  /** The training run. */
  public String getRunId() {
    return runId;
  }

  public CardLineageResponse runId(String runId) {
    this.runId = runId;
    return this;
  }

  /** The commit of the training code. */
  public String getGitCommit() {
    return gitCommit;
  }

  public CardLineageResponse gitCommit(String gitCommit) {
    this.gitCommit = gitCommit;
    return this;
  }

  /** Library the model was made with, and its version. */
  public String getFramework() {
    return framework;
  }

  public CardLineageResponse framework(String framework) {
    this.framework = framework;
    return this;
  }

  /** Where the artifact lies. */
  public String getArtifactUri() {
    return artifactUri;
  }

  public CardLineageResponse artifactUri(String artifactUri) {
    this.artifactUri = artifactUri;
    return this;
  }

  /** The dataset the version was trained on. */
  public DatasetReference getDataset() {
    return dataset;
  }

  public CardLineageResponse dataset(DatasetReference dataset) {
    this.dataset = dataset;
    return this;
  }

  /** When it was registered. */
  public OffsetDateTime getRegisteredAt() {
    return registeredAt;
  }

  public CardLineageResponse registeredAt(OffsetDateTime registeredAt) {
    this.registeredAt = registeredAt;
    return this;
  }

  /** Who registered it. */
  public String getRegisteredBy() {
    return registeredBy;
  }

  public CardLineageResponse registeredBy(String registeredBy) {
    this.registeredBy = registeredBy;
    return this;
  }
}
