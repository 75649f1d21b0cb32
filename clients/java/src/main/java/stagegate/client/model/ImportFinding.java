// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ImportFinding */
public final class ImportFinding extends Value {
  @JsonProperty("code")
  private ImportFindingCode code;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("detail")
  private String detail;

  /** Why something was not taken over as it is there. */
  public ImportFindingCode getCode() {
    return code;
  }

  public ImportFinding code(ImportFindingCode code) {
    this.code = code;
    return this;
  }

  /** The version that it is of; null for the model. */
  public Integer getVersion() {
    return version;
  }

  public ImportFinding version(Integer version) {
    this.version = version;
    return this;
  }

  /** What was found, in a sentence. */
  public String getDetail() {
    return detail;
  }

  public ImportFinding detail(String detail) {
    this.detail = detail;
    return this;
  }
}
