// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EvaluationDataset */
public final class EvaluationDataset extends Value {
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

  public EvaluationDataset name(String name) {
    this.name = name;
    return this;
  }

  /** Version of the dataset; evaluations on different versions are never compared. */
  public String getVersion() {
    return version;
  }

  public EvaluationDataset version(String version) {
    this.version = version;
    return this;
  }

  /** Digest of the dataset's content, `sha256:` and 64 hexadecimal digits. */
  public String getDigest() {
    return digest;
  }

  public EvaluationDataset digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** Part of the dataset, such as test. */
  public String getSplit() {
    return split;
  }

  public EvaluationDataset split(String split) {
    this.split = split;
    return this;
  }
}
