// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AwaitingCountResponse */
public final class AwaitingCountResponse extends Value {
  @JsonProperty("transitions")
  private Integer transitions;

  /** Transitions that the caller may decide on now. */
  public Integer getTransitions() {
    return transitions;
  }

  public AwaitingCountResponse transitions(Integer transitions) {
    this.transitions = transitions;
    return this;
  }
}
