// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** VersionRunResponse */
public final class VersionRunResponse extends Value {
  @JsonProperty("status")
  private VersionRunStatus status;

  @JsonProperty("leftOut")
  private Integer leftOut;

  @JsonProperty("server")
  private String server;

  @JsonProperty("runId")
  private String runId;

  @JsonProperty("readAt")
  private OffsetDateTime readAt;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("name")
  private String name;

  @JsonProperty("state")
  private String state;

  @JsonProperty("user")
  private String user;

  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  @JsonProperty("endedAt")
  private OffsetDateTime endedAt;

  @JsonProperty("params")
  private Map<String, String> params;

  @JsonProperty("metrics")
  private Map<String, Double> metrics;

  @JsonProperty("datasets")
  private List<RunDatasetResponse> datasets;

  @JsonProperty("gitCommit")
  private String gitCommit;

  @JsonProperty("signature")
  private Map<String, Object> signature;

  /** Whether the run was read: not yet, yes, or never. */
  public VersionRunStatus getStatus() {
    return status;
  }

  public VersionRunResponse status(VersionRunStatus status) {
    this.status = status;
    return this;
  }

  /** How many params and metrics were more than is kept, 1,000 of each and 200,000 characters. */
  public Integer getLeftOut() {
    return leftOut;
  }

  public VersionRunResponse leftOut(Integer leftOut) {
    this.leftOut = leftOut;
    return this;
  }

  /** Address of the tracking server that was asked. */
  public String getServer() {
    return server;
  }

  public VersionRunResponse server(String server) {
    this.server = server;
    return this;
  }

  /** The run that the version names, or that its logged model came from; null while that is unknown. */
  public String getRunId() {
    return runId;
  }

  public VersionRunResponse runId(String runId) {
    this.runId = runId;
    return this;
  }

  /** When it was read, or given up; null before. */
  public OffsetDateTime getReadAt() {
    return readAt;
  }

  public VersionRunResponse readAt(OffsetDateTime readAt) {
    this.readAt = readAt;
    return this;
  }

  /** Why it could not be read; null when it was, or may be still. */
  public String getReason() {
    return reason;
  }

  public VersionRunResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** Name of the run. */
  public String getName() {
    return name;
  }

  public VersionRunResponse name(String name) {
    this.name = name;
    return this;
  }

  /** State of the run as the tracking server says it, such as FINISHED. */
  public String getState() {
    return state;
  }

  public VersionRunResponse state(String state) {
    this.state = state;
    return this;
  }

  /** Who ran it, as the tracking server says. */
  public String getUser() {
    return user;
  }

  public VersionRunResponse user(String user) {
    this.user = user;
    return this;
  }

  /** When it began. */
  public OffsetDateTime getStartedAt() {
    return startedAt;
  }

  public VersionRunResponse startedAt(OffsetDateTime startedAt) {
    this.startedAt = startedAt;
    return this;
  }

  /** When it ended. */
  public OffsetDateTime getEndedAt() {
    return endedAt;
  }

  public VersionRunResponse endedAt(OffsetDateTime endedAt) {
    this.endedAt = endedAt;
    return this;
  }

  /** Its parameters. */
  public Map<String, String> getParams() {
    return params;
  }

  public VersionRunResponse params(Map<String, String> params) {
    this.params = params;
    return this;
  }

  /** The last value of each of its metrics, in the metric's own unit; finite ones alone. */
  public Map<String, Double> getMetrics() {
    return metrics;
  }

  public VersionRunResponse metrics(Map<String, Double> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** The datasets that went into it. */
  public List<RunDatasetResponse> getDatasets() {
    return datasets;
  }

  public VersionRunResponse datasets(List<RunDatasetResponse> datasets) {
    this.datasets = datasets;
    return this;
  }

  /** The commit of the training code. */
  public String getGitCommit() {
    return gitCommit;
  }

  public VersionRunResponse gitCommit(String gitCommit) {
    this.gitCommit = gitCommit;
    return this;
  }

  /** Inputs, outputs and params of the model, as MLflow writes them. */
  public Map<String, Object> getSignature() {
    return signature;
  }

  public VersionRunResponse signature(Map<String, Object> signature) {
    this.signature = signature;
    return this;
  }
}
