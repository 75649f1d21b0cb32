// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** MethodResponse */
public final class MethodResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("id")
  private String id;

  /** Version of the method; it grows when the same evidence would give other numbers. */
  public Integer getVersion() {
    return version;
  }

  public MethodResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Stable id of the method, such as bonett_price. */
  public String getId() {
    return id;
  }

  public MethodResponse id(String id) {
    this.id = id;
    return this;
  }
}
