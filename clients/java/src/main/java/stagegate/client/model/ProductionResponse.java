// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ProductionResponse */
public final class ProductionResponse extends Value {
  @JsonProperty("modelId")
  private UUID modelId;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("model")
  private String model;

  @JsonProperty("since")
  private OffsetDateTime since;

  @JsonProperty("until")
  private OffsetDateTime until;

  @JsonProperty("by")
  private String by;

  @JsonProperty("waivers")
  private List<SummaryWaiverResponse> waivers;

  /** Id of the model, which stays through renames. */
  public UUID getModelId() {
    return modelId;
  }

  public ProductionResponse modelId(UUID modelId) {
    this.modelId = modelId;
    return this;
  }

  /** The version. */
  public Integer getVersion() {
    return version;
  }

  public ProductionResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Id of the transition that put it there. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public ProductionResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** Name of the model, as it is now. */
  public String getModel() {
    return model;
  }

  public ProductionResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Since when it had held Production. */
  public OffsetDateTime getSince() {
    return since;
  }

  public ProductionResponse since(OffsetDateTime since) {
    this.since = since;
    return this;
  }

  /** Until when it held it; null while it is there. */
  public OffsetDateTime getUntil() {
    return until;
  }

  public ProductionResponse until(OffsetDateTime until) {
    this.until = until;
    return this;
  }

  /** Whose call put it there. */
  public String getBy() {
    return by;
  }

  public ProductionResponse by(String by) {
    this.by = by;
    return this;
  }

  /** The waivers by which an inconclusive verdict let it in; absent where none did. */
  public List<SummaryWaiverResponse> getWaivers() {
    return waivers;
  }

  public ProductionResponse waivers(List<SummaryWaiverResponse> waivers) {
    this.waivers = waivers;
    return this;
  }
}
