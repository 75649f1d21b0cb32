// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ConsoleSettingsResponse */
public final class ConsoleSettingsResponse extends Value {
  @JsonProperty("instanceName")
  private String instanceName;

  @JsonProperty("signIn")
  private List<SignInWay> signIn;

  @JsonProperty("providers")
  private List<SignInProviderResponse> providers;

  @JsonProperty("hasExample")
  private Boolean hasExample;

  /** What this registry is called. */
  public String getInstanceName() {
    return instanceName;
  }

  public ConsoleSettingsResponse instanceName(String instanceName) {
    this.instanceName = instanceName;
    return this;
  }

  /** The ways there are to sign in, the easiest first: `provider` is one of `providers`, `link` is printed by the start of the service, `token` is any that it issued. */
  public List<SignInWay> getSignIn() {
    return signIn;
  }

  public ConsoleSettingsResponse signIn(List<SignInWay> signIn) {
    this.signIn = signIn;
    return this;
  }

  /** The identity providers by whom people sign in. */
  public List<SignInProviderResponse> getProviders() {
    return providers;
  }

  public ConsoleSettingsResponse providers(List<SignInProviderResponse> providers) {
    this.providers = providers;
    return this;
  }

  /** Whether the example can be loaded. */
  public Boolean getHasExample() {
    return hasExample;
  }

  public ConsoleSettingsResponse hasExample(Boolean hasExample) {
    this.hasExample = hasExample;
    return this;
  }
}
