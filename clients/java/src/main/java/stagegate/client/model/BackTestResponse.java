// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** BackTestResponse */
public final class BackTestResponse extends Value {
  @JsonProperty("policyDigest")
  private String policyDigest;

  @JsonProperty("promotions")
  private Integer promotions;

  @JsonProperty("total")
  private Integer total;

  @JsonProperty("newlyRefused")
  private Integer newlyRefused;

  @JsonProperty("newlyLetThrough")
  private Integer newlyLetThrough;

  @JsonProperty("advice")
  private List<PolicyAdviceResponse> advice;

  @JsonProperty("rules")
  private List<BackTestRuleResponse> rules;

  @JsonProperty("items")
  private List<BackTestItemResponse> items;

  /** Digest of the draft policy. */
  public String getPolicyDigest() {
    return policyDigest;
  }

  public BackTestResponse policyDigest(String policyDigest) {
    this.policyDigest = policyDigest;
    return this;
  }

  /** How many promotions were judged. */
  public Integer getPromotions() {
    return promotions;
  }

  public BackTestResponse promotions(Integer promotions) {
    this.promotions = promotions;
    return this;
  }

  /** How many promotions there are in the range, those beyond the limit included. */
  public Integer getTotal() {
    return total;
  }

  public BackTestResponse total(Integer total) {
    this.total = total;
    return this;
  }

  /** How many of those that passed the draft would have refused. */
  public Integer getNewlyRefused() {
    return newlyRefused;
  }

  public BackTestResponse newlyRefused(Integer newlyRefused) {
    this.newlyRefused = newlyRefused;
    return this;
  }

  /** How many of those that were refused the draft would have let through. */
  public Integer getNewlyLetThrough() {
    return newlyLetThrough;
  }

  public BackTestResponse newlyLetThrough(Integer newlyLetThrough) {
    this.newlyLetThrough = newlyLetThrough;
    return this;
  }

  /** What the draft demands that evidence can hardly meet. */
  public List<PolicyAdviceResponse> getAdvice() {
    return advice;
  }

  public BackTestResponse advice(List<PolicyAdviceResponse> advice) {
    this.advice = advice;
    return this;
  }

  /** What each rule of the draft said, over all promotions that were judged. */
  public List<BackTestRuleResponse> getRules() {
    return rules;
  }

  public BackTestResponse rules(List<BackTestRuleResponse> rules) {
    this.rules = rules;
    return this;
  }

  /** Every promotion, newest first. */
  public List<BackTestItemResponse> getItems() {
    return items;
  }

  public BackTestResponse items(List<BackTestItemResponse> items) {
    this.items = items;
    return this;
  }
}
