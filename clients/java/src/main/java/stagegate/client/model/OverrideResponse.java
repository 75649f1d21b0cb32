// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** OverrideResponse */
public final class OverrideResponse extends Value {
  @JsonProperty("reviewDueDays")
  private Integer reviewDueDays;

  @JsonProperty("ticket")
  private String ticket;

  @JsonProperty("bypassed")
  private List<BypassedBlockerResponse> bypassed;

  /** Days that its review may take once it is applied. */
  public Integer getReviewDueDays() {
    return reviewDueDays;
  }

  public OverrideResponse reviewDueDays(Integer reviewDueDays) {
    this.reviewDueDays = reviewDueDays;
    return this;
  }

  /** The ticket of the emergency; null when the policy asks for none and none was named. */
  public String getTicket() {
    return ticket;
  }

  public OverrideResponse ticket(String ticket) {
    this.ticket = ticket;
    return this;
  }

  /** What stood in the way as it was asked for. */
  public List<BypassedBlockerResponse> getBypassed() {
    return bypassed;
  }

  public OverrideResponse bypassed(List<BypassedBlockerResponse> bypassed) {
    this.bypassed = bypassed;
    return this;
  }
}
