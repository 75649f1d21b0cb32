// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** AuditVerificationResponse */
public final class AuditVerificationResponse extends Value {
  @JsonProperty("events")
  private Long events;

  @JsonProperty("firstBroken")
  private Long firstBroken;

  @JsonProperty("brokenChains")
  private Long brokenChains;

  @JsonProperty("valid")
  private Boolean valid;

  @JsonProperty("reason")
  private String reason;

  @JsonProperty("broken")
  private List<BrokenChainResponse> broken;

  /** How many events were verified. */
  public Long getEvents() {
    return events;
  }

  public AuditVerificationResponse events(Long events) {
    this.events = events;
    return this;
  }

  /** Sequence of the first event that does not fit; null when all do. */
  public Long getFirstBroken() {
    return firstBroken;
  }

  public AuditVerificationResponse firstBroken(Long firstBroken) {
    this.firstBroken = firstBroken;
    return this;
  }

  /** How many chains are broken. */
  public Long getBrokenChains() {
    return brokenChains;
  }

  public AuditVerificationResponse brokenChains(Long brokenChains) {
    this.brokenChains = brokenChains;
    return this;
  }

  /** Whether every chain is whole. */
  public Boolean getValid() {
    return valid;
  }

  public AuditVerificationResponse valid(Boolean valid) {
    this.valid = valid;
    return this;
  }

  /** What is wrong with it; null when nothing is. */
  public String getReason() {
    return reason;
  }

  public AuditVerificationResponse reason(String reason) {
    this.reason = reason;
    return this;
  }

  /** The broken chains, each with the first event that does not fit, in the order of these; at most 100. */
  public List<BrokenChainResponse> getBroken() {
    return broken;
  }

  public AuditVerificationResponse broken(List<BrokenChainResponse> broken) {
    this.broken = broken;
    return this;
  }
}
