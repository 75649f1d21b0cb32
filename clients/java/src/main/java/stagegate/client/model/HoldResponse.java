// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** HoldResponse */
public final class HoldResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("model")
  private String model;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("setAt")
  private OffsetDateTime setAt;

  @JsonProperty("setBy")
  private String setBy;

  @JsonProperty("liftedAt")
  private OffsetDateTime liftedAt;

  @JsonProperty("liftedBy")
  private String liftedBy;

  @JsonProperty("liftReason")
  private String liftReason;

  /** Identifier of the hold. */
  public UUID getId() {
    return id;
  }

  public HoldResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The rollback that set it; null for one set by hand. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public HoldResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public HoldResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Why. */
  public String getReason() {
    return reason;
  }

  public HoldResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** When it was set. */
  public OffsetDateTime getSetAt() {
    return setAt;
  }

  public HoldResponse setAt(OffsetDateTime setAt) {
    this.setAt = setAt;
    return this;
  }

  /** Who set it. */
  public String getSetBy() {
    return setBy;
  }

  public HoldResponse setBy(String setBy) {
    this.setBy = setBy;
    return this;
  }

  /** When it was lifted; null while it holds. */
  public OffsetDateTime getLiftedAt() {
    return liftedAt;
  }

  public HoldResponse liftedAt(OffsetDateTime liftedAt) {
    this.liftedAt = liftedAt;
    return this;
  }

  /** Who lifted it; null while it holds. */
  public String getLiftedBy() {
    return liftedBy;
  }

  public HoldResponse liftedBy(String liftedBy) {
    this.liftedBy = liftedBy;
    return this;
  }

  /** Why it was lifted; null while it holds. */
  public String getLiftReason() {
    return liftReason;
  }

  public HoldResponse liftReason(String liftReason) {
    this.liftReason = liftReason;
    return this;
  }
}
