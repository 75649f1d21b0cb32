// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ForeseenOutcomeResponse */
public final class ForeseenOutcomeResponse extends Value {
  @JsonProperty("status")
  private TransitionStatus status;

  @JsonProperty("code")
  private String code;

  @JsonProperty("detail")
  private String detail;

  /** The status it would have. */
  public TransitionStatus getStatus() {
    return status;
  }

  public ForeseenOutcomeResponse status(TransitionStatus status) {
    this.status = status;
    return this;
  }

  /** Stable reason of an outcome other than applied or awaiting approval; null for these. */
  public String getCode() {
    return code;
  }

  public ForeseenOutcomeResponse code(String code) {
    this.code = code;
    return this;
  }

  /** The same for people, or what approval would be missing still. */
  public String getDetail() {
    return detail;
  }

  public ForeseenOutcomeResponse detail(String detail) {
    this.detail = detail;
    return this;
  }
}
