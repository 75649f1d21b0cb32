// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ImportedAliasRequest */
public final class ImportedAliasRequest extends Value {
  @JsonProperty("alias")
  private String alias;

  @JsonProperty("version")
  private Integer version;

  /** Name of the alias. */
  public String getAlias() {
    return alias;
  }

  public ImportedAliasRequest alias(String alias) {
    this.alias = alias;
    return this;
  }

  /** The version it points at. */
  public Integer getVersion() {
    return version;
  }

  public ImportedAliasRequest version(Integer version) {
    this.version = version;
    return this;
  }
}
