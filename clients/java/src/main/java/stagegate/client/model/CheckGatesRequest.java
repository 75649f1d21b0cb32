// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CheckGatesRequest */
public final class CheckGatesRequest extends Value {
  @JsonProperty("toStage")
  private ToStageEnum toStage;

  public enum ToStageEnum {
    @JsonProperty("Production")
    PRODUCTION,
    @JsonProperty("Staging")
    STAGING
  }

  /** The stage whose gates are to judge the version. */
  public ToStageEnum getToStage() {
    return toStage;
  }

  public CheckGatesRequest toStage(ToStageEnum toStage) {
    this.toStage = toStage;
    return this;
  }
}
