// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** DatasetVersionResponse */
public final class DatasetVersionResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("rowCount")
  private Long rowCount;

  @JsonProperty("inventory")
  private Map<String, Map<String, Long>> inventory;

  @JsonProperty("name")
  private String name;

  @JsonProperty("version")
  private String version;

  @JsonProperty("split")
  private String split;

  @JsonProperty("description")
  private String description;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  /** Identifier of the registered dataset version. */
  public UUID getId() {
    return id;
  }

  public DatasetVersionResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Digest of the content. */
  public String getDigest() {
    return digest;
  }

  public DatasetVersionResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** Number of rows. */
  public Long getRowCount() {
    return rowCount;
  }

  public DatasetVersionResponse rowCount(Long rowCount) {
    this.rowCount = rowCount;
    return this;
  }

  /** Feature to value to number of rows. */
  public Map<String, Map<String, Long>> getInventory() {
    return inventory;
  }

  public DatasetVersionResponse inventory(Map<String, Map<String, Long>> inventory) {
    this.inventory = inventory;
    return this;
  }

  /** Name of the dataset. */
  public String getName() {
    return name;
  }

  public DatasetVersionResponse name(String name) {
    this.name = name;
    return this;
  }

  /** Version of the dataset. */
  public String getVersion() {
    return version;
  }

  public DatasetVersionResponse version(String version) {
    this.version = version;
    return this;
  }

  /** Part of the dataset. */
  public String getSplit() {
    return split;
  }

  public DatasetVersionResponse split(String split) {
    this.split = split;
    return this;
  }

  /** What the dataset is. */
  public String getDescription() {
    return description;
  }

  public DatasetVersionResponse description(String description) {
    this.description = description;
    return this;
  }

  /** When it was registered. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public DatasetVersionResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who registered it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public DatasetVersionResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }
}
