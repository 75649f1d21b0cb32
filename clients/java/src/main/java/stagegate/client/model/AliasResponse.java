// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AliasResponse */
public final class AliasResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("model")
  private String model;

  @JsonProperty("alias")
  private String alias;

  /** The version it points at. */
  public Integer getVersion() {
    return version;
  }

  public AliasResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public AliasResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The alias. */
  public String getAlias() {
    return alias;
  }

  public AliasResponse alias(String alias) {
    this.alias = alias;
    return this;
  }
}
