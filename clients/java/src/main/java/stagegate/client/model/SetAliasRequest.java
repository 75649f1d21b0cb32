// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SetAliasRequest */
public final class SetAliasRequest extends Value {
  @JsonProperty("version")
  private Integer version;

  /** The version the alias shall point at. */
  public Integer getVersion() {
    return version;
  }

  public SetAliasRequest version(Integer version) {
    this.version = version;
    return this;
  }
}
