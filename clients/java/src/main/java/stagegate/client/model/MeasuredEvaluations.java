// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** MeasuredEvaluations */
public final class MeasuredEvaluations extends Value {
  @JsonProperty("challenger")
  private UUID challenger;

  @JsonProperty("incumbent")
  private UUID incumbent;

  /** Evaluation of the challenger; null when there was none. */
  public UUID getChallenger() {
    return challenger;
  }

  public MeasuredEvaluations challenger(UUID challenger) {
    this.challenger = challenger;
    return this;
  }

  /** Evaluation of the incumbent; null when there was none. */
  public UUID getIncumbent() {
    return incumbent;
  }

  public MeasuredEvaluations incumbent(UUID incumbent) {
    this.incumbent = incumbent;
    return this;
  }
}
