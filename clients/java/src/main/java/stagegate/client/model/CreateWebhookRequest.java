// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CreateWebhookRequest */
public final class CreateWebhookRequest extends Value {
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

  /** Where deliveries are sent: an http or https address without user, password and fragment, which is not followed when it redirects; or `mailto:` and one address, when the service has a mail server. */
  public String getUrl() {
    return url;
  }

  public CreateWebhookRequest url(String url) {
    this.url = url;
    return this;
  }

  /** The types of events to be told of, such as `dev.stagegate.transition.applied.v1`; `*` is every type, those of later releases too. */
  public Set<String> getTypes() {
    return types;
  }

  public CreateWebhookRequest types(Set<String> types) {
    this.types = types;
    return this;
  }

  /** Only events of the model that has this name now or had it at the time. */
  public String getModel() {
    return model;
  }

  public CreateWebhookRequest model(String model) {
    this.model = model;
    return this;
  }

  /** Only events of models whose name began with this on that day. */
  public String getModelPrefix() {
    return modelPrefix;
  }

  public CreateWebhookRequest modelPrefix(String modelPrefix) {
    this.modelPrefix = modelPrefix;
    return this;
  }

  /** What is sent: the event itself (`cloudevents`, the default), or a message for people (`slack`, `teams`, and for `mailto:` addresses `mail`), of those events that concern people: what awaits approval, is refused (for drift, say), applied, rolled back, on hold, or overdue for review. */
  public WebhookFormat getFormat() {
    return format;
  }

  public CreateWebhookRequest format(WebhookFormat format) {
    this.format = format;
    return this;
  }
}
