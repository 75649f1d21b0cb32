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
  private String transitionId;

  @JsonProperty("model")
  private String model;

  @JsonProperty("version")
  private Double version;

  @JsonProperty("requestedAt")
  private OffsetDateTime requestedAt;

  @JsonProperty("status")
  private String status;

  @JsonProperty("verdict")
  private String verdict;

  @JsonProperty("draftVerdict")
  private String draftVerdict;

  @JsonProperty("change")
  private String change;

  @JsonProperty("message")
  private String message;

  /** The recorded transition. */
  public String getTransitionId() {
    return transitionId;
  }

  public BackTestItemResponse transitionId(String transitionId) {
    this.transitionId = transitionId;
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

  /** The version that was to be promoted. */
  public Double getVersion() {
    return version;
  }

  public BackTestItemResponse version(Double version) {
    this.version = version;
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

  /** What became of it. */
  public String getStatus() {
    return status;
  }

  public BackTestItemResponse status(String status) {
    this.status = status;
    return this;
  }

  /** The verdict on that day. */
  public String getVerdict() {
    return verdict;
  }

  public BackTestItemResponse verdict(String verdict) {
    this.verdict = verdict;
    return this;
  }

  /** The verdict of the draft on the same evidence. */
  public String getDraftVerdict() {
    return draftVerdict;
  }

  public BackTestItemResponse draftVerdict(String draftVerdict) {
    this.draftVerdict = draftVerdict;
    return this;
  }

  /** `same`, `newly_refused` or `newly_let_through`. */
  public String getChange() {
    return change;
  }

  public BackTestItemResponse change(String change) {
    this.change = change;
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
