// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** LiveJudgementResponse */
public final class LiveJudgementResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("verdict")
  private Verdict verdict;

  @JsonProperty("draftVerdict")
  private Verdict draftVerdict;

  @JsonProperty("model")
  private String model;

  @JsonProperty("message")
  private String message;

  /** The version in Production. */
  public Integer getVersion() {
    return version;
  }

  public LiveJudgementResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** The verdict of the policy in force on the evidence it was promoted with; null when it is unknown. */
  public Verdict getVerdict() {
    return verdict;
  }

  public LiveJudgementResponse verdict(Verdict verdict) {
    this.verdict = verdict;
    return this;
  }

  /** The verdict of the draft on the same evidence; null when it is unknown. */
  public Verdict getDraftVerdict() {
    return draftVerdict;
  }

  public LiveJudgementResponse draftVerdict(Verdict draftVerdict) {
    this.draftVerdict = draftVerdict;
    return this;
  }

  /** Name of the model. */
  public String getModel() {
    return model;
  }

  public LiveJudgementResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The draft's verdict in a sentence; null when it is unknown. */
  public String getMessage() {
    return message;
  }

  public LiveJudgementResponse message(String message) {
    this.message = message;
    return this;
  }
}
