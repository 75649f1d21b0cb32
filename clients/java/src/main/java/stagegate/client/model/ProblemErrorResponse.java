// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ProblemErrorResponse */
public final class ProblemErrorResponse extends Value {
  @JsonProperty("in")
  private ProblemPlace in;

  @JsonProperty("pointer")
  private String pointer;

  @JsonProperty("detail")
  private String detail;

  @JsonProperty("code")
  private String code;

  /** The part of the request that the pointer leads into. */
  public ProblemPlace getIn() {
    return in;
  }

  public ProblemErrorResponse in(ProblemPlace in) {
    this.in = in;
    return this;
  }

  /** JSON Pointer (RFC 6901) to the faulty value. */
  public String getPointer() {
    return pointer;
  }

  public ProblemErrorResponse pointer(String pointer) {
    this.pointer = pointer;
    return this;
  }

  /** What the value must be. */
  public String getDetail() {
    return detail;
  }

  public ProblemErrorResponse detail(String detail) {
    this.detail = detail;
    return this;
  }

  /** Stable name of the broken rule. */
  public String getCode() {
    return code;
  }

  public ProblemErrorResponse code(String code) {
    this.code = code;
    return this;
  }
}
