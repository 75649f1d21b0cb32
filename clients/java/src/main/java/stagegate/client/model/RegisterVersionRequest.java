// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RegisterVersionRequest */
public final class RegisterVersionRequest extends Value {
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

  /** The training run this version came from. */
  public String getRunId() {
    return runId;
  }

  public RegisterVersionRequest runId(String runId) {
    this.runId = runId;
    return this;
  }

  /** Where the artifact lies, such as s3://bucket/key. */
  public String getArtifactUri() {
    return artifactUri;
  }

  public RegisterVersionRequest artifactUri(String artifactUri) {
    this.artifactUri = artifactUri;
    return this;
  }

  /** Digest of the artifact's bytes, `sha256:` and 64 hexadecimal digits. */
  public String getArtifactDigest() {
    return artifactDigest;
  }

  public RegisterVersionRequest artifactDigest(String artifactDigest) {
    this.artifactDigest = artifactDigest;
    return this;
  }

  /** The dataset the version was trained on. */
  public DatasetReference getDataset() {
    return dataset;
  }

  public RegisterVersionRequest dataset(DatasetReference dataset) {
    this.dataset = dataset;
    return this;
  }

  /** The commit of the training code, 7 to 64 hexadecimal digits. */
  public String getGitCommit() {
    return gitCommit;
  }

  public RegisterVersionRequest gitCommit(String gitCommit) {
    this.gitCommit = gitCommit;
    return this;
  }

  /** Library the model was made with, and its version. */
  public String getFramework() {
    return framework;
  }

  public RegisterVersionRequest framework(String framework) {
    this.framework = framework;
    return this;
  }

  /** Inputs and outputs of the model, as JSON. */
  public Map<String, Object> getSignature() {
    return signature;
  }

  public RegisterVersionRequest signature(Map<String, Object> signature) {
    this.signature = signature;
    return this;
  }

  /** Training parameters, as JSON. */
  public Map<String, Object> getParams() {
    return params;
  }

  public RegisterVersionRequest params(Map<String, Object> params) {
    this.params = params;
    return this;
  }

  /** Training metrics, name to finite number; for information, gates judge by evaluations. */
  public Map<String, Double> getMetrics() {
    return metrics;
  }

  public RegisterVersionRequest metrics(Map<String, Double> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** What is special about this version, in Markdown. */
  public String getDescription() {
    return description;
  }

  public RegisterVersionRequest description(String description) {
    this.description = description;
    return this;
  }

  /** Free labels, key to text. */
  public Map<String, String> getTags() {
    return tags;
  }

  public RegisterVersionRequest tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }
}
