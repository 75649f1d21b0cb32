// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EventDataResponse */
public final class EventDataResponse extends Value {
  @JsonProperty("modelId")
  private UUID modelId;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("action")
  private String action;

  @JsonProperty("actor")
  private String actor;

  @JsonProperty("model")
  private String model;

  @JsonProperty("requestId")
  private String requestId;

  @JsonProperty("details")
  private Map<String, Object> details;

  /** Id of the model, which it keeps under every name; null when no single model is concerned. */
  public UUID getModelId() {
    return modelId;
  }

  public EventDataResponse modelId(UUID modelId) {
    this.modelId = modelId;
    return this;
  }

  /** The version concerned; null when none is. */
  public Integer getVersion() {
    return version;
  }

  public EventDataResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** What was done, as the audit record names it. */
  public String getAction() {
    return action;
  }

  public EventDataResponse action(String action) {
    this.action = action;
    return this;
  }

  /** Who did it. */
  public String getActor() {
    return actor;
  }

  public EventDataResponse actor(String actor) {
    this.actor = actor;
    return this;
  }

  /** The model's name on that day; null when no single model is concerned. */
  public String getModel() {
    return model;
  }

  public EventDataResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The request that did it. */
  public String getRequestId() {
    return requestId;
  }

  public EventDataResponse requestId(String requestId) {
    this.requestId = requestId;
    return this;
  }

  /** What else belongs to the event; the schema of its type names the fields. */
  public Map<String, Object> getDetails() {
    return details;
  }

  public EventDataResponse details(Map<String, Object> details) {
    this.details = details;
    return this;
  }
}
