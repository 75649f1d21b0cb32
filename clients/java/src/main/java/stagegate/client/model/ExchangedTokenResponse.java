// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ExchangedTokenResponse */
public final class ExchangedTokenResponse extends Value {
  @stagegate.client.Secret
  @JsonProperty("access_token")
  private String accessToken;

  @JsonProperty("expires_in")
  private Integer expiresIn;

  @JsonProperty("issued_token_type")
  private String issuedTokenType;

  @JsonProperty("token_type")
  private String tokenType;

  /** The token, to be sent as a bearer token. */
  public String getAccessToken() {
    return accessToken;
  }

  public ExchangedTokenResponse accessToken(String accessToken) {
    this.accessToken = accessToken;
    return this;
  }

  /** How long the token lives, in seconds. */
  public Integer getExpiresIn() {
    return expiresIn;
  }

  public ExchangedTokenResponse expiresIn(Integer expiresIn) {
    this.expiresIn = expiresIn;
    return this;
  }

  /** Always `urn:ietf:params:oauth:token-type:access_token`. */
  public String getIssuedTokenType() {
    return issuedTokenType;
  }

  public ExchangedTokenResponse issuedTokenType(String issuedTokenType) {
    this.issuedTokenType = issuedTokenType;
    return this;
  }

  /** Always `Bearer`. */
  public String getTokenType() {
    return tokenType;
  }

  public ExchangedTokenResponse tokenType(String tokenType) {
    this.tokenType = tokenType;
    return this;
  }
}
