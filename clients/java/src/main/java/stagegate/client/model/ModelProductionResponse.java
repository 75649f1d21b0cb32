// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ModelProductionResponse */
public final class ModelProductionResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("since")
  private OffsetDateTime since;

  @JsonProperty("by")
  private String by;

  /** The version. */
  public Integer getVersion() {
    return version;
  }

  public ModelProductionResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** When it entered Production. */
  public OffsetDateTime getSince() {
    return since;
  }

  public ModelProductionResponse since(OffsetDateTime since) {
    this.since = since;
    return this;
  }

  /** Whose call put it there. */
  public String getBy() {
    return by;
  }

  public ModelProductionResponse by(String by) {
    this.by = by;
    return this;
  }
}
