// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ConsoleLinksResponse */
public final class ConsoleLinksResponse extends Value {
  @JsonProperty("gitCommit")
  private String gitCommit;

  @JsonProperty("runId")
  private String runId;

  /** A commit's page, with `{gitCommit}` where the commit belongs; null when none is configured. */
  public String getGitCommit() {
    return gitCommit;
  }

  public ConsoleLinksResponse gitCommit(String gitCommit) {
    this.gitCommit = gitCommit;
    return this;
  }

  /** A training run's page, with `{runId}` where the run's id belongs; null when none is configured. */
  public String getRunId() {
    return runId;
  }

  public ConsoleLinksResponse runId(String runId) {
    this.runId = runId;
    return this;
  }
}
