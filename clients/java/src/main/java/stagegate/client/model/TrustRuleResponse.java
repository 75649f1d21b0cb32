// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** TrustRuleResponse */
public final class TrustRuleResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("expiresInSeconds")
  private Integer expiresInSeconds;

  @JsonProperty("name")
  private String name;

  @JsonProperty("issuer")
  private String issuer;

  @JsonProperty("audience")
  private String audience;

  @JsonProperty("claims")
  private Map<String, String> claims;

  @JsonProperty("roles")
  private List<String> roles;

  @JsonProperty("model")
  private String model;

  @JsonProperty("modelPrefix")
  private String modelPrefix;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  @JsonProperty("warnings")
  private List<String> warnings;

  /** The rule's id. */
  public UUID getId() {
    return id;
  }

  public TrustRuleResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** How long they live. */
  public Integer getExpiresInSeconds() {
    return expiresInSeconds;
  }

  public TrustRuleResponse expiresInSeconds(Integer expiresInSeconds) {
    this.expiresInSeconds = expiresInSeconds;
    return this;
  }

  /** What the rule is for; null when nobody said. */
  public String getName() {
    return name;
  }

  public TrustRuleResponse name(String name) {
    this.name = name;
    return this;
  }

  /** The claim `iss` of the tokens. */
  public String getIssuer() {
    return issuer;
  }

  public TrustRuleResponse issuer(String issuer) {
    this.issuer = issuer;
    return this;
  }

  /** The audience that the tokens must be made for. */
  public String getAudience() {
    return audience;
  }

  public TrustRuleResponse audience(String audience) {
    this.audience = audience;
    return this;
  }

  /** What their claims must be. */
  public Map<String, String> getClaims() {
    return claims;
  }

  public TrustRuleResponse claims(Map<String, String> claims) {
    this.claims = claims;
    return this;
  }

  /** What the tokens may do that are given. */
  public List<String> getRoles() {
    return roles;
  }

  public TrustRuleResponse roles(List<String> roles) {
    this.roles = roles;
    return this;
  }

  /** The one model that they may know of, by the name it has now; null for any. */
  public String getModel() {
    return model;
  }

  public TrustRuleResponse model(String model) {
    this.model = model;
    return this;
  }

  /** The beginning of the names of the models that they may know of; null for any. */
  public String getModelPrefix() {
    return modelPrefix;
  }

  public TrustRuleResponse modelPrefix(String modelPrefix) {
    this.modelPrefix = modelPrefix;
    return this;
  }

  /** When the rule was made. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public TrustRuleResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who made it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public TrustRuleResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** What to think of before relying on the rule. */
  public List<String> getWarnings() {
    return warnings;
  }

  public TrustRuleResponse warnings(List<String> warnings) {
    this.warnings = warnings;
    return this;
  }
}
