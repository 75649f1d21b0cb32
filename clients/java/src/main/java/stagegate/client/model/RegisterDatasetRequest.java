// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RegisterDatasetRequest */
public final class RegisterDatasetRequest extends Value {
  @JsonProperty("name")
  private String name;

  @JsonProperty("version")
  private String version;

  @JsonProperty("split")
  private String split;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("rowCount")
  private Long rowCount;

  @JsonProperty("inventory")
  private Map<String, Object> inventory;

  @JsonProperty("description")
  private String description;

  /** Name of the dataset. */
  public String getName() {
    return name;
  }

  public RegisterDatasetRequest name(String name) {
    this.name = name;
    return this;
  }

  /** Version of the dataset. */
  public String getVersion() {
    return version;
  }

  public RegisterDatasetRequest version(String version) {
    this.version = version;
    return this;
  }

  /** Part of the dataset, such as test. */
  public String getSplit() {
    return split;
  }

  public RegisterDatasetRequest split(String split) {
    this.split = split;
    return this;
  }

  /** Digest of the content, `sha256:` and 64 hexadecimal digits. */
  public String getDigest() {
    return digest;
  }

  public RegisterDatasetRequest digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** Number of rows. */
  public Long getRowCount() {
    return rowCount;
  }

  public RegisterDatasetRequest rowCount(Long rowCount) {
    this.rowCount = rowCount;
    return this;
  }

  /** Feature to value to number of rows, as in `{\"sex\": {\"Female\": 5421, \"Male\": 10860}}`; `__null__` counts rows without a value. */
  public Map<String, Object> getInventory() {
    return inventory;
  }

  public RegisterDatasetRequest inventory(Map<String, Object> inventory) {
    this.inventory = inventory;
    return this;
  }

  /** What the dataset is. */
  public String getDescription() {
    return description;
  }

  public RegisterDatasetRequest description(String description) {
    this.description = description;
    return this;
  }
}
