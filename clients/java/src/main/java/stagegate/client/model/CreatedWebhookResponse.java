// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CreatedWebhookResponse */
public final class CreatedWebhookResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("format")
  private WebhookFormat format;

  @stagegate.client.Secret
  @JsonProperty("secret")
  private String secret;

  @JsonProperty("url")
  private String url;

  @JsonProperty("types")
  private List<String> types;

  @JsonProperty("model")
  private String model;

  @JsonProperty("modelPrefix")
  private String modelPrefix;

  @JsonProperty("enabled")
  private Boolean enabled;

  @JsonProperty("disabledAt")
  private OffsetDateTime disabledAt;

  @JsonProperty("disabledReason")
  private String disabledReason;

  @JsonProperty("publicKey")
  private String publicKey;

  @JsonProperty("formerSecretUntil")
  private OffsetDateTime formerSecretUntil;

  @JsonProperty("createdAt")
  private OffsetDateTime createdAt;

  @JsonProperty("createdBy")
  private String createdBy;

  /** The webhook's id. */
  public UUID getId() {
    return id;
  }

  public CreatedWebhookResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** What is sent. */
  public WebhookFormat getFormat() {
    return format;
  }

  public CreatedWebhookResponse format(WebhookFormat format) {
    this.format = format;
    return this;
  }

  /** `whsec_` and the key in Base64, by which signatures of the version `v1` (HMAC-SHA256) are verified; shown this once. */
  public String getSecret() {
    return secret;
  }

  public CreatedWebhookResponse secret(String secret) {
    this.secret = secret;
    return this;
  }

  /** Where deliveries are sent. */
  public String getUrl() {
    return url;
  }

  public CreatedWebhookResponse url(String url) {
    this.url = url;
    return this;
  }

  /** The types of events it is told of; `*` is every one. */
  public List<String> getTypes() {
    return types;
  }

  public CreatedWebhookResponse types(List<String> types) {
    this.types = types;
    return this;
  }

  /** Only of the model of this name; null for every one. */
  public String getModel() {
    return model;
  }

  public CreatedWebhookResponse model(String model) {
    this.model = model;
    return this;
  }

  /** Only of models whose name begins so; null for every name. */
  public String getModelPrefix() {
    return modelPrefix;
  }

  public CreatedWebhookResponse modelPrefix(String modelPrefix) {
    this.modelPrefix = modelPrefix;
    return this;
  }

  /** Whether anything is sent. */
  public Boolean getEnabled() {
    return enabled;
  }

  public CreatedWebhookResponse enabled(Boolean enabled) {
    this.enabled = enabled;
    return this;
  }

  /** When that ended; null while it is enabled. */
  public OffsetDateTime getDisabledAt() {
    return disabledAt;
  }

  public CreatedWebhookResponse disabledAt(OffsetDateTime disabledAt) {
    this.disabledAt = disabledAt;
    return this;
  }

  /** Why nothing is sent; null while it is enabled, or when nobody said. */
  public String getDisabledReason() {
    return disabledReason;
  }

  public CreatedWebhookResponse disabledReason(String disabledReason) {
    this.disabledReason = disabledReason;
    return this;
  }

  /** `whpk_` and the public key in Base64, by which signatures of the version `v1a` (Ed25519) are verified; null when the service cannot read its secrets any more. */
  public String getPublicKey() {
    return publicKey;
  }

  public CreatedWebhookResponse publicKey(String publicKey) {
    this.publicKey = publicKey;
    return this;
  }

  /** Until when the former secret signs as well; null when none does. */
  public OffsetDateTime getFormerSecretUntil() {
    return formerSecretUntil;
  }

  public CreatedWebhookResponse formerSecretUntil(OffsetDateTime formerSecretUntil) {
    this.formerSecretUntil = formerSecretUntil;
    return this;
  }

  /** When it was made. */
  public OffsetDateTime getCreatedAt() {
    return createdAt;
  }

  public CreatedWebhookResponse createdAt(OffsetDateTime createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  /** Who made it. */
  public String getCreatedBy() {
    return createdBy;
  }

  public CreatedWebhookResponse createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }
}
