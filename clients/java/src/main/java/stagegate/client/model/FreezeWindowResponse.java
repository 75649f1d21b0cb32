// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** FreezeWindowResponse */
public final class FreezeWindowResponse extends Value {
  @JsonProperty("freezeId")
  private UUID freezeId;

  @JsonProperty("source")
  private FreezeSource source;

  @JsonProperty("name")
  private String name;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("models")
  private List<String> models;

  @JsonProperty("start")
  private OffsetDateTime start;

  @JsonProperty("end")
  private OffsetDateTime end;

  /** Identifier of the freeze; null for one of a gate policy. */
  public UUID getFreezeId() {
    return freezeId;
  }

  public FreezeWindowResponse freezeId(UUID freezeId) {
    this.freezeId = freezeId;
    return this;
  }

  /** Where it is set. */
  public FreezeSource getSource() {
    return source;
  }

  public FreezeWindowResponse source(FreezeSource source) {
    this.source = source;
    return this;
  }

  /** What people call it. */
  public String getName() {
    return name;
  }

  public FreezeWindowResponse name(String name) {
    this.name = name;
    return this;
  }

  /** Why. */
  public String getReason() {
    return reason;
  }

  public FreezeWindowResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** Names of the models that it holds back; null for all. */
  public List<String> getModels() {
    return models;
  }

  public FreezeWindowResponse models(List<String> models) {
    this.models = models;
    return this;
  }

  /** Its first moment. */
  public OffsetDateTime getStart() {
    return start;
  }

  public FreezeWindowResponse start(OffsetDateTime start) {
    this.start = start;
    return this;
  }

  /** The first moment after it. */
  public OffsetDateTime getEnd() {
    return end;
  }

  public FreezeWindowResponse end(OffsetDateTime end) {
    this.end = end;
    return this;
  }
}
