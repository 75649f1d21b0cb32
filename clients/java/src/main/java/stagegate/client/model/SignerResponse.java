// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SignerResponse */
public final class SignerResponse extends Value {
  @JsonProperty("subject")
  private String subject;

  @JsonProperty("issuer")
  private String issuer;

  /** Subject alternative name of the certificate. */
  public String getSubject() {
    return subject;
  }

  public SignerResponse subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** Issuer of the identity that the certificate was made out for. */
  public String getIssuer() {
    return issuer;
  }

  public SignerResponse issuer(String issuer) {
    this.issuer = issuer;
    return this;
  }
}
