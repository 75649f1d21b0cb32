// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** GateBlockerResponse */
public final class GateBlockerResponse extends Value {
  @JsonProperty("status")
  private Verdict status;

  @JsonProperty("reasonCode")
  private String reasonCode;

  @JsonProperty("message")
  private String message;

  @JsonProperty("remediation")
  private String remediation;

  @JsonProperty("code")
  private String code;

  @JsonProperty("roles")
  private List<String> roles;

  @JsonProperty("until")
  private OffsetDateTime until;

  /** FAIL, ERROR or INCONCLUSIVE. */
  public Verdict getStatus() {
    return status;
  }

  public GateBlockerResponse status(Verdict status) {
    this.status = status;
    return this;
  }

  /** Stable reason. */
  public String getReasonCode() {
    return reasonCode;
  }

  public GateBlockerResponse reasonCode(String reasonCode) {
    this.reasonCode = reasonCode;
    return this;
  }

  /** The reason, for people. */
  public String getMessage() {
    return message;
  }

  public GateBlockerResponse message(String message) {
    this.message = message;
    return this;
  }

  /** What would help, when something would. */
  public String getRemediation() {
    return remediation;
  }

  public GateBlockerResponse remediation(String remediation) {
    this.remediation = remediation;
    return this;
  }

  /** The same reason, of what stands in the way of the move and not of the verdict; absent in a stored report. */
  public String getCode() {
    return code;
  }

  public GateBlockerResponse code(String code) {
    this.code = code;
    return this;
  }

  /** Of that, roles of which one is needed to clear it. */
  public List<String> getRoles() {
    return roles;
  }

  public GateBlockerResponse roles(List<String> roles) {
    this.roles = roles;
    return this;
  }

  /** Of that, when it ends by itself; null where it does not, or no end is in sight. */
  public OffsetDateTime getUntil() {
    return until;
  }

  public GateBlockerResponse until(OffsetDateTime until) {
    this.until = until;
    return this;
  }
}
