// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BackTestItemResponse */
public final class BackTestItemResponse extends Value {
  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("version")
  private Integer version;

  @JsonProperty("status")
  private TransitionStatus status;

  @JsonProperty("verdict")
  private Verdict verdict;

  @JsonProperty("draftVerdict")
  private Verdict draftVerdict;

  @JsonProperty("change")
  private BackTestChange change;

  @JsonProperty("model")
  private String model;

  @JsonProperty("requestedAt")
  private OffsetDateTime requestedAt;

  @JsonProperty("message")
  private String message;

  /** The recorded transition. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public BackTestItemResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** The version that was to be promoted. */
  public Integer getVersion() {
    return version;
  }

  public BackTestItemResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** What became of it. */
  public TransitionStatus getStatus() {
    return status;
  }

  public BackTestItemResponse status(TransitionStatus status) {
    this.status = status;
    return this;
  }

  /** The verdict on that day. */
  public Verdict getVerdict() {
    return verdict;
  }

  public BackTestItemResponse verdict(Verdict verdict) {
    this.verdict = verdict;
    return this;
  }

  /** The verdict of the draft on the same evidence. */
  public Verdict getDraftVerdict() {
    return draftVerdict;
  }

  public BackTestItemResponse draftVerdict(Verdict draftVerdict) {
    this.draftVerdict = draftVerdict;
    return this;
  }

  /** `same`, `newly_refused` or `newly_let_through`. */
  public BackTestChange getChange() {
    return change;
  }

  public BackTestItemResponse change(BackTestChange change) {
    this.change = change;
    return this;
  }

  /** Name of the model on that day. */
  public String getModel() {
    return model;
  }

  public BackTestItemResponse model(String model) {
    this.model = model;
    return this;
  }

  /** When it was asked for. */
  public OffsetDateTime getRequestedAt() {
    return requestedAt;
  }

  public BackTestItemResponse requestedAt(OffsetDateTime requestedAt) {
    this.requestedAt = requestedAt;
    return this;
  }

  /** The draft's verdict in a sentence. */
  public String getMessage() {
    return message;
  }

  public BackTestItemResponse message(String message) {
    this.message = message;
    return this;
  }
}
