// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ComparedEvaluationsResponse */
public final class ComparedEvaluationsResponse extends Value {
  @JsonProperty("challenger")
  private UUID challenger;

  @JsonProperty("incumbent")
  private UUID incumbent;

  /** Id of the evaluation of the challenger. */
  public UUID getChallenger() {
    return challenger;
  }

  public ComparedEvaluationsResponse challenger(UUID challenger) {
    this.challenger = challenger;
    return this;
  }

  /** Id of the evaluation of the incumbent. */
  public UUID getIncumbent() {
    return incumbent;
  }

  public ComparedEvaluationsResponse incumbent(UUID incumbent) {
    this.incumbent = incumbent;
    return this;
  }
}
