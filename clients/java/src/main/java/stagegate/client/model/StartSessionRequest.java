// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** StartSessionRequest */
public final class StartSessionRequest extends Value {
  @stagegate.client.Secret
  @JsonProperty("code")
  private String code;

  @stagegate.client.Secret
  @JsonProperty("token")
  private String token;

  /** The code of a sign-in link; either this or `token`. */
  public String getCode() {
    return code;
  }

  public StartSessionRequest code(String code) {
    this.code = code;
    return this;
  }

  /** A token that the service issued; either this or `code`. The browser need not keep it. */
  public String getToken() {
    return token;
  }

  public StartSessionRequest token(String token) {
    this.token = token;
    return this;
  }
}
