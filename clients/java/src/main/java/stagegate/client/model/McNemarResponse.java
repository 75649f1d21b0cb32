// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** McNemarResponse */
public final class McNemarResponse extends Value {
  @JsonProperty("onlyChallenger")
  private Long onlyChallenger;

  @JsonProperty("onlyIncumbent")
  private Long onlyIncumbent;

  @JsonProperty("exactP")
  private Double exactP;

  @JsonProperty("midP")
  private Double midP;

  /** Rows that count towards the metric by the challenger alone. */
  public Long getOnlyChallenger() {
    return onlyChallenger;
  }

  public McNemarResponse onlyChallenger(Long onlyChallenger) {
    this.onlyChallenger = onlyChallenger;
    return this;
  }

  /** Rows that count towards the metric by the incumbent alone. */
  public Long getOnlyIncumbent() {
    return onlyIncumbent;
  }

  public McNemarResponse onlyIncumbent(Long onlyIncumbent) {
    this.onlyIncumbent = onlyIncumbent;
    return this;
  }

  /** Two-sided exact p, the probability of so uneven a split between equal models, from 0 to 1. */
  public Double getExactP() {
    return exactP;
  }

  public McNemarResponse exactP(Double exactP) {
    this.exactP = exactP;
    return this;
  }

  /** Two-sided mid-p, which counts half of what was seen, from 0 to 1. */
  public Double getMidP() {
    return midP;
  }

  public McNemarResponse midP(Double midP) {
    this.midP = midP;
    return this;
  }
}
