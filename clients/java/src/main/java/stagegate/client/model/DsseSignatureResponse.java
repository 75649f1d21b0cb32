// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** DsseSignatureResponse */
public final class DsseSignatureResponse extends Value {
  @JsonProperty("sig")
  private String sig;

  @JsonProperty("keyid")
  private String keyid;

  /** The Ed25519 signature over the pre-authentication encoding of the payload, as base64. */
  public String getSig() {
    return sig;
  }

  public DsseSignatureResponse sig(String sig) {
    this.sig = sig;
    return this;
  }

  /** Id of the key, as the keys of the registry have it. */
  public String getKeyid() {
    return keyid;
  }

  public DsseSignatureResponse keyid(String keyid) {
    this.keyid = keyid;
    return this;
  }
}
