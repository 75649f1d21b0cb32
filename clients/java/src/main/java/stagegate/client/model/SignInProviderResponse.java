// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SignInProviderResponse */
public final class SignInProviderResponse extends Value {
  @JsonProperty("name")
  private String name;

  @JsonProperty("label")
  private String label;

  @JsonProperty("startUrl")
  private String startUrl;

  /** The name of the issuer here, which stands before its subjects. */
  public String getName() {
    return name;
  }

  public SignInProviderResponse name(String name) {
    this.name = name;
    return this;
  }

  /** What its button says. */
  public String getLabel() {
    return label;
  }

  public SignInProviderResponse label(String label) {
    this.label = label;
    return this;
  }

  /** Where a browser goes to sign in; `next` in the query names the page of the console to go on to. */
  public String getStartUrl() {
    return startUrl;
  }

  public SignInProviderResponse startUrl(String startUrl) {
    this.startUrl = startUrl;
    return this;
  }
}
