// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** JudgedDataset */
public final class JudgedDataset extends Value {
  @JsonProperty("name")
  private String name;

  @JsonProperty("version")
  private String version;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("split")
  private String split;

  /** Name of the dataset. */
  public String getName() {
    return name;
  }

  public JudgedDataset name(String name) {
    this.name = name;
    return this;
  }

  /** Version of the dataset. */
  public String getVersion() {
    return version;
  }

  public JudgedDataset version(String version) {
    this.version = version;
    return this;
  }

  /** Digest of its content; null when nobody stated it. */
  public String getDigest() {
    return digest;
  }

  public JudgedDataset digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** Part of the dataset, such as test; null when nobody stated it. */
  public String getSplit() {
    return split;
  }

  public JudgedDataset split(String split) {
    this.split = split;
    return this;
  }
}
