// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BackTestRequest */
public final class BackTestRequest extends Value {
  @JsonProperty("policy")
  private Map<String, Object> policy;

  @JsonProperty("model")
  private String model;

  @JsonProperty("toStage")
  private GatedStage toStage;

  @JsonProperty("limit")
  private Integer limit;

  @JsonProperty("from")
  private OffsetDateTime from;

  @JsonProperty("to")
  private OffsetDateTime to;

  /** The draft policy, in the form of a gate policy document. */
  public Map<String, Object> getPolicy() {
    return policy;
  }

  public BackTestRequest policy(Map<String, Object> policy) {
    this.policy = policy;
    return this;
  }

  /** The model whose promotions to judge, the draft standing for its own policy; without it all models, the draft standing for the registry's default. */
  public String getModel() {
    return model;
  }

  public BackTestRequest model(String model) {
    this.model = model;
    return this;
  }

  /** The stage whose promotions to judge; Production unless given. */
  public GatedStage getToStage() {
    return toStage;
  }

  public BackTestRequest toStage(GatedStage toStage) {
    this.toStage = toStage;
    return this;
  }

  /** How many of the newest promotions to judge at most; 200 unless given. */
  public Integer getLimit() {
    return limit;
  }

  public BackTestRequest limit(Integer limit) {
    this.limit = limit;
    return this;
  }

  /** Only promotions asked for at or after this time. */
  public OffsetDateTime getFrom() {
    return from;
  }

  public BackTestRequest from(OffsetDateTime from) {
    this.from = from;
    return this;
  }

  /** Only promotions asked for before this time. */
  public OffsetDateTime getTo() {
    return to;
  }

  public BackTestRequest to(OffsetDateTime to) {
    this.to = to;
    return this;
  }
}
