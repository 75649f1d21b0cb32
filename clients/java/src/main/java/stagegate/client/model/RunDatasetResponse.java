// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RunDatasetResponse */
public final class RunDatasetResponse extends Value {
  @JsonProperty("name")
  private String name;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("context")
  private String context;

  /** Name of the dataset. */
  public String getName() {
    return name;
  }

  public RunDatasetResponse name(String name) {
    this.name = name;
    return this;
  }

  /** Digest of the dataset as MLflow computes it, mostly eight characters; empty when it has none. */
  public String getDigest() {
    return digest;
  }

  public RunDatasetResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** What it was for, such as training or eval; null when nobody said. */
  public String getContext() {
    return context;
  }

  public RunDatasetResponse context(String context) {
    this.context = context;
    return this;
  }
}
