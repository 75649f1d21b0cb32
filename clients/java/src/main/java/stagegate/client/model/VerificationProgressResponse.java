// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** VerificationProgressResponse */
public final class VerificationProgressResponse extends Value {
  @JsonProperty("through")
  private Long through;

  @JsonProperty("to")
  private Long to;

  @JsonProperty("running")
  private Boolean running;

  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  /** Sequence of the event it is at; 0 when none runs. */
  public Long getThrough() {
    return through;
  }

  public VerificationProgressResponse through(Long through) {
    this.through = through;
    return this;
  }

  /** Sequence of the event it ends with; null until that is known, and when none runs. */
  public Long getTo() {
    return to;
  }

  public VerificationProgressResponse to(Long to) {
    this.to = to;
    return this;
  }

  /** Whether a verification runs in the process that answers. */
  public Boolean getRunning() {
    return running;
  }

  public VerificationProgressResponse running(Boolean running) {
    this.running = running;
    return this;
  }

  /** When it began; null when none runs. */
  public OffsetDateTime getStartedAt() {
    return startedAt;
  }

  public VerificationProgressResponse startedAt(OffsetDateTime startedAt) {
    this.startedAt = startedAt;
    return this;
  }
}
