// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PolicyCheckResponse */
public final class PolicyCheckResponse extends Value {
  @JsonProperty("effectivePolicy")
  private Map<String, Object> effectivePolicy;

  @JsonProperty("effectiveDigest")
  private String effectiveDigest;

  @JsonProperty("valid")
  private Boolean valid;

  @JsonProperty("faults")
  private List<PolicyConflictResponse> faults;

  @JsonProperty("advice")
  private List<PolicyAdviceResponse> advice;

  @JsonProperty("waiting")
  private CheckedWaitingResponse waiting;

  @JsonProperty("production")
  private CheckedProductionsResponse production;

  /** The draft with presets and short forms written out, composed with the other scope; null when it cannot be read. */
  public Map<String, Object> getEffectivePolicy() {
    return effectivePolicy;
  }

  public PolicyCheckResponse effectivePolicy(Map<String, Object> effectivePolicy) {
    this.effectivePolicy = effectivePolicy;
    return this;
  }

  /** Digest of the effective policy; null likewise. */
  public String getEffectiveDigest() {
    return effectiveDigest;
  }

  public PolicyCheckResponse effectiveDigest(String effectiveDigest) {
    this.effectiveDigest = effectiveDigest;
    return this;
  }

  /** Whether the draft could be set now. */
  public Boolean getValid() {
    return valid;
  }

  public PolicyCheckResponse valid(Boolean valid) {
    this.valid = valid;
    return this;
  }

  /** Everything that is wrong with it, each with its place; empty when it is valid. */
  public List<PolicyConflictResponse> getFaults() {
    return faults;
  }

  public PolicyCheckResponse faults(List<PolicyConflictResponse> faults) {
    this.faults = faults;
    return this;
  }

  /** What it demands that evidence can hardly meet. */
  public List<PolicyAdviceResponse> getAdvice() {
    return advice;
  }

  public PolicyCheckResponse advice(List<PolicyAdviceResponse> advice) {
    this.advice = advice;
    return this;
  }

  /** Requests that await approval; null when the draft is not valid. */
  public CheckedWaitingResponse getWaiting() {
    return waiting;
  }

  public PolicyCheckResponse waiting(CheckedWaitingResponse waiting) {
    this.waiting = waiting;
    return this;
  }

  /** Versions in Production; null when the draft is not valid. */
  public CheckedProductionsResponse getProduction() {
    return production;
  }

  public PolicyCheckResponse production(CheckedProductionsResponse production) {
    this.production = production;
    return this;
  }
}
