// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** MeasureLimitResponse */
public final class MeasureLimitResponse extends Value {
  @JsonProperty("kind")
  private LimitKind kind;

  @JsonProperty("at")
  private Double at;

  @JsonProperty("reached")
  private Double reached;

  @JsonProperty("room")
  private Double room;

  /** Whether it is set to the change against the incumbent, or to the value, from below or above. */
  public LimitKind getKind() {
    return kind;
  }

  public MeasureLimitResponse kind(LimitKind kind) {
    this.kind = kind;
    return this;
  }

  /** The limit, in units of the metric: the smallest change with better as positive, or the smallest or largest value. */
  public Double getAt() {
    return at;
  }

  public MeasureLimitResponse at(Double at) {
    this.at = at;
    return this;
  }

  /** What is held against it, in units of the metric: the change or the value, or the bound of it that decides. */
  public Double getReached() {
    return reached;
  }

  public MeasureLimitResponse reached(Double reached) {
    this.reached = reached;
    return this;
  }

  /** How far that is within the limit, in units of the metric; less than 0 beyond it. */
  public Double getRoom() {
    return room;
  }

  public MeasureLimitResponse room(Double room) {
    this.room = room;
    return this;
  }
}
