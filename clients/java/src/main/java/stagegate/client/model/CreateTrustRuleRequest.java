// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CreateTrustRuleRequest */
public final class CreateTrustRuleRequest extends Value {
  @JsonProperty("name")
  private String name;

  @JsonProperty("issuer")
  private String issuer;

  @JsonProperty("audience")
  private String audience;

  @JsonProperty("claims")
  private Map<String, String> claims;

  @JsonProperty("roles")
  private Set<String> roles;

  @JsonProperty("model")
  private String model;

  @JsonProperty("modelPrefix")
  private String modelPrefix;

  @JsonProperty("expiresInSeconds")
  private Integer expiresInSeconds;

  /** What the rule is for, for the list of rules. */
  public String getName() {
    return name;
  }

  public CreateTrustRuleRequest name(String name) {
    this.name = name;
    return this;
  }

  /** The claim `iss` of the tokens, such as `https://token.actions.githubusercontent.com`, or the name of an issuer that is configured. */
  public String getIssuer() {
    return issuer;
  }

  public CreateTrustRuleRequest issuer(String issuer) {
    this.issuer = issuer;
    return this;
  }

  /** The audience that the tokens must be made for. */
  public String getAudience() {
    return audience;
  }

  public CreateTrustRuleRequest audience(String audience) {
    this.audience = audience;
    return this;
  }

  /** What the claims of a token must be: the very text, or one in which each `*` stands for any characters. At least one has to say who asks, such as `repository_id`, `project_id` or `sub`; ids are better than names, which somebody else may take. */
  public Map<String, String> getClaims() {
    return claims;
  }

  public CreateTrustRuleRequest claims(Map<String, String> claims) {
    this.claims = claims;
    return this;
  }

  /** What the tokens may do that are given; built-in ones or your own; they add up. They are of machines, and so approve nothing. */
  public Set<String> getRoles() {
    return roles;
  }

  public CreateTrustRuleRequest roles(Set<String> roles) {
    this.roles = roles;
    return this;
  }

  /** The one model that they may know of; renaming it changes nothing. */
  public String getModel() {
    return model;
  }

  public CreateTrustRuleRequest model(String model) {
    this.model = model;
    return this;
  }

  /** The beginning of the names of the models that they may know of; not together with `model`. */
  public String getModelPrefix() {
    return modelPrefix;
  }

  public CreateTrustRuleRequest modelPrefix(String modelPrefix) {
    this.modelPrefix = modelPrefix;
    return this;
  }

  /** How long they live; 15 minutes unless given, at most an hour. */
  public Integer getExpiresInSeconds() {
    return expiresInSeconds;
  }

  public CreateTrustRuleRequest expiresInSeconds(Integer expiresInSeconds) {
    this.expiresInSeconds = expiresInSeconds;
    return this;
  }
}
