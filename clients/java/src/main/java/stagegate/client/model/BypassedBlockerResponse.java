// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BypassedBlockerResponse */
public final class BypassedBlockerResponse extends Value {
  @JsonProperty("code")
  private String code;

  @JsonProperty("detail")
  private String detail;

  /** Stable reason. */
  public String getCode() {
    return code;
  }

  public BypassedBlockerResponse code(String code) {
    this.code = code;
    return this;
  }

  /** The reason, in the words of the time. */
  public String getDetail() {
    return detail;
  }

  public BypassedBlockerResponse detail(String detail) {
    this.detail = detail;
    return this;
  }
}
