// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardCoveredResponse */
public final class CardCoveredResponse extends Value {
  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("verdict")
  private Verdict verdict;

  @JsonProperty("status")
  private TransitionStatus status;

  /** Id of the transition. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public CardCoveredResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** What the gates said of it, which a waiver does not change. */
  public Verdict getVerdict() {
    return verdict;
  }

  public CardCoveredResponse verdict(Verdict verdict) {
    this.verdict = verdict;
    return this;
  }

  /** What became of it. */
  public TransitionStatus getStatus() {
    return status;
  }

  public CardCoveredResponse status(TransitionStatus status) {
    this.status = status;
    return this;
  }
}
