// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PolicyConflictResponse */
public final class PolicyConflictResponse extends Value {
  @JsonProperty("pointer")
  private String pointer;

  @JsonProperty("code")
  private String code;

  @JsonProperty("detail")
  private String detail;

  /** JSON Pointer (RFC 6901) into the model's document. */
  public String getPointer() {
    return pointer;
  }

  public PolicyConflictResponse pointer(String pointer) {
    this.pointer = pointer;
    return this;
  }

  /** Stable name of the broken rule. */
  public String getCode() {
    return code;
  }

  public PolicyConflictResponse code(String code) {
    this.code = code;
    return this;
  }

  /** What the policy must ask for. */
  public String getDetail() {
    return detail;
  }

  public PolicyConflictResponse detail(String detail) {
    this.detail = detail;
    return this;
  }
}
