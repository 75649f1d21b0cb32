// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BackTestedLiveResponse */
public final class BackTestedLiveResponse extends Value {
  @JsonProperty("total")
  private Integer total;

  @JsonProperty("judged")
  private Integer judged;

  @JsonProperty("changed")
  private Integer changed;

  @JsonProperty("notRepeatable")
  private Integer notRepeatable;

  /** How many versions were in Production when the back-test began. */
  public Integer getTotal() {
    return total;
  }

  public BackTestedLiveResponse total(Integer total) {
    this.total = total;
    return this;
  }

  /** How many of them were judged so far, by the policy in force and by the draft. */
  public Integer getJudged() {
    return judged;
  }

  public BackTestedLiveResponse judged(Integer judged) {
    this.judged = judged;
    return this;
  }

  /** How many of them the draft gives another verdict than the policy in force. */
  public Integer getChanged() {
    return changed;
  }

  public BackTestedLiveResponse changed(Integer changed) {
    this.changed = changed;
    return this;
  }

  /** How many cannot be judged, since the record holds no judgement that brought them to Production. */
  public Integer getNotRepeatable() {
    return notRepeatable;
  }

  public BackTestedLiveResponse notRepeatable(Integer notRepeatable) {
    this.notRepeatable = notRepeatable;
    return this;
  }
}
