// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ModelConditionResponse */
public final class ModelConditionResponse extends Value {
  @JsonProperty("code")
  private ModelConditionCode code;

  @JsonProperty("message")
  private String message;

  /** Stable name of the condition. */
  public ModelConditionCode getCode() {
    return code;
  }

  public ModelConditionResponse code(ModelConditionCode code) {
    this.code = code;
    return this;
  }

  /** The same for people. */
  public String getMessage() {
    return message;
  }

  public ModelConditionResponse message(String message) {
    this.message = message;
    return this;
  }
}
