// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ModelResponse */
public final class ModelResponse extends Value {
  @JsonProperty("latestVersion")
  private Integer latestVersion;

  @JsonProperty("productionVersion")
  private Integer productionVersion;

  @JsonProperty("awaiting")
  private Integer awaiting;

  @JsonProperty("aliases")
  private Map<String, Integer> aliases;

  @JsonProperty("name")
  private String name;

  @JsonProperty("description")
  private String description;

  @JsonProperty("owner")
  private String owner;

  @JsonProperty("tags")
  private Map<String, String> tags;

  @JsonProperty("production")
  private ModelProductionResponse production;

  @JsonProperty("conditions")
  private List<ModelConditionResponse> conditions;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("updatedAt")
  private OffsetDateTime updatedAt;

  @JsonProperty("imported")
  private ModelImportResponse imported;

  /** The highest version that is not deleted; null before the first. */
  public Integer getLatestVersion() {
    return latestVersion;
  }

  public ModelResponse latestVersion(Integer latestVersion) {
    this.latestVersion = latestVersion;
    return this;
  }

  /** The version in Production; null when there is none. */
  public Integer getProductionVersion() {
    return productionVersion;
  }

  public ModelResponse productionVersion(Integer productionVersion) {
    this.productionVersion = productionVersion;
    return this;
  }

  /** How many transitions of the model await approval. */
  public Integer getAwaiting() {
    return awaiting;
  }

  public ModelResponse awaiting(Integer awaiting) {
    this.awaiting = awaiting;
    return this;
  }

  /** Alias to version number; champion mirrors Production. */
  public Map<String, Integer> getAliases() {
    return aliases;
  }

  public ModelResponse aliases(Map<String, Integer> aliases) {
    this.aliases = aliases;
    return this;
  }

  /** The model's name, which is its key. */
  public String getName() {
    return name;
  }

  public ModelResponse name(String name) {
    this.name = name;
    return this;
  }

  /** What the model is for; empty when nothing was said. */
  public String getDescription() {
    return description;
  }

  public ModelResponse description(String description) {
    this.description = description;
    return this;
  }

  /** Person or team that answers for the model. */
  public String getOwner() {
    return owner;
  }

  public ModelResponse owner(String owner) {
    this.owner = owner;
    return this;
  }

  /** Free labels, key to text. */
  public Map<String, String> getTags() {
    return tags;
  }

  public ModelResponse tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }

  /** The same with its tenure; null when there is none. */
  public ModelProductionResponse getProduction() {
    return production;
  }

  public ModelResponse production(ModelProductionResponse production) {
    this.production = production;
    return this;
  }

  /** What to know of the model before anything else; empty when there is nothing. */
  public List<ModelConditionResponse> getConditions() {
    return conditions;
  }

  public ModelResponse conditions(List<ModelConditionResponse> conditions) {
    this.conditions = conditions;
    return this;
  }

  /** When the model was created. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public ModelResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who created the model. */
  public String getCreatedBy() {
    return createdBy;
  }

  public ModelResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** When the model, or which version is in Production, last changed. */
  public OffsetDateTime getUpdatedAt() {
    return updatedAt;
  }

  public ModelResponse updatedAt(OffsetDateTime updatedAt) {
    this.updatedAt = updatedAt;
    return this;
  }

  /** What the registry said of it that it was taken over from; absent in lists and where it was created here. */
  public ModelImportResponse getImported() {
    return imported;
  }

  public ModelResponse imported(ModelImportResponse imported) {
    this.imported = imported;
    return this;
  }
}
