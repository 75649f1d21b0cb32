// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** UpdateWebhookRequest */
public final class UpdateWebhookRequest extends Value {
  @JsonProperty("url")
  private String url;

  @JsonProperty("types")
  private Set<String> types;

  @JsonProperty("model")
  private String model;

  @JsonProperty("modelPrefix")
  private String modelPrefix;

  @JsonProperty("format")
  private WebhookFormat format;

  @JsonProperty("enabled")
  private Boolean enabled;

  /** Another address. */
  public String getUrl() {
    return url;
  }

  public UpdateWebhookRequest url(String url) {
    this.url = url;
    return this;
  }

  /** Other types of events. */
  public Set<String> getTypes() {
    return types;
  }

  public UpdateWebhookRequest types(Set<String> types) {
    this.types = types;
    return this;
  }

  /** Another model; null for every one. */
  public String getModel() {
    return model;
  }

  public UpdateWebhookRequest model(String model) {
    this.model = model;
    sendNull("model", model == null);
    return this;
  }

  /** Another beginning of names; null for every name. */
  public String getModelPrefix() {
    return modelPrefix;
  }

  public UpdateWebhookRequest modelPrefix(String modelPrefix) {
    this.modelPrefix = modelPrefix;
    sendNull("modelPrefix", modelPrefix == null);
    return this;
  }

  /** Another form of what is sent. */
  public WebhookFormat getFormat() {
    return format;
  }

  public UpdateWebhookRequest format(WebhookFormat format) {
    this.format = format;
    return this;
  }

  /** Whether anything is sent; what happens while nothing is sent is told when it is enabled again. */
  public Boolean getEnabled() {
    return enabled;
  }

  public UpdateWebhookRequest enabled(Boolean enabled) {
    this.enabled = enabled;
    return this;
  }
}
