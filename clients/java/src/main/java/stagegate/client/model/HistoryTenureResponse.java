// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** HistoryTenureResponse */
public final class HistoryTenureResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  @JsonProperty("endedAt")
  private OffsetDateTime endedAt;

  @JsonProperty("began")
  private TenureChangeResponse began;

  @JsonProperty("ended")
  private TenureChangeResponse ended;

  /** The version. */
  public Integer getVersion() {
    return version;
  }

  public HistoryTenureResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** When it entered Production. */
  public OffsetDateTime getStartedAt() {
    return startedAt;
  }

  public HistoryTenureResponse startedAt(OffsetDateTime startedAt) {
    this.startedAt = startedAt;
    return this;
  }

  /** When it left; null while it is there. */
  public OffsetDateTime getEndedAt() {
    return endedAt;
  }

  public HistoryTenureResponse endedAt(OffsetDateTime endedAt) {
    this.endedAt = endedAt;
    return this;
  }

  /** How it came there. */
  public TenureChangeResponse getBegan() {
    return began;
  }

  public HistoryTenureResponse began(TenureChangeResponse began) {
    this.began = began;
    return this;
  }

  /** How it left; null while it is there. */
  public TenureChangeResponse getEnded() {
    return ended;
  }

  public HistoryTenureResponse ended(TenureChangeResponse ended) {
    this.ended = ended;
    return this;
  }
}
