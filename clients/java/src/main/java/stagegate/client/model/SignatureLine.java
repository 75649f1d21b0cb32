// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SignatureLine */
public final class SignatureLine extends Value {
  @JsonProperty("keyid")
  private String keyid;

  @JsonProperty("sig")
  private String sig;

  /** A hint at the key; it decides nothing. */
  public String getKeyid() {
    return keyid;
  }

  public SignatureLine keyid(String keyid) {
    this.keyid = keyid;
    return this;
  }

  /** The signature over the pre-authentication encoding of DSSE, as base64. */
  public String getSig() {
    return sig;
  }

  public SignatureLine sig(String sig) {
    this.sig = sig;
    return this;
  }
}
