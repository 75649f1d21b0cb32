// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PinStandingResponse */
public final class PinStandingResponse extends Value {
  @JsonProperty("pin")
  private TransitionPin pin;

  @JsonProperty("holds")
  private Boolean holds;

  @JsonProperty("pinned")
  private String pinned;

  @JsonProperty("current")
  private String current;

  @JsonProperty("changedAt")
  private OffsetDateTime changedAt;

  @JsonProperty("changedBy")
  private String changedBy;

  /** What it is. */
  public TransitionPin getPin() {
    return pin;
  }

  public PinStandingResponse pin(TransitionPin pin) {
    this.pin = pin;
    return this;
  }

  /** Whether it is as it was; an incumbent that went and came back is not. */
  public Boolean getHolds() {
    return holds;
  }

  public PinStandingResponse holds(Boolean holds) {
    this.holds = holds;
    return this;
  }

  /** Its value when the transition was asked for: a version number, a stage or a digest; null for none. */
  public String getPinned() {
    return pinned;
  }

  public PinStandingResponse pinned(String pinned) {
    this.pinned = pinned;
    return this;
  }

  /** Its value now. */
  public String getCurrent() {
    return current;
  }

  public PinStandingResponse current(String current) {
    this.current = current;
    return this;
  }

  /** When it last changed; null while it holds, and for what has no record of changes. */
  public OffsetDateTime getChangedAt() {
    return changedAt;
  }

  public PinStandingResponse changedAt(OffsetDateTime changedAt) {
    this.changedAt = changedAt;
    return this;
  }

  /** Who changed it last; null likewise. */
  public String getChangedBy() {
    return changedBy;
  }

  public PinStandingResponse changedBy(String changedBy) {
    this.changedBy = changedBy;
    return this;
  }
}
