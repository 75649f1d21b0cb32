// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ApprovalSlotResponse */
public final class ApprovalSlotResponse extends Value {
  @JsonProperty("role")
  private String role;

  @JsonProperty("group")
  private String group;

  @JsonProperty("filledBy")
  private String filledBy;

  /** The role it is asked of, or the name of the group. */
  public String getRole() {
    return role;
  }

  public ApprovalSlotResponse role(String role) {
    this.role = role;
    return this;
  }

  /** The group it is asked of; absent where a role is asked for. */
  public String getGroup() {
    return group;
  }

  public ApprovalSlotResponse group(String group) {
    this.group = group;
    return this;
  }

  /** Who gave it; null while it lacks. */
  public String getFilledBy() {
    return filledBy;
  }

  public ApprovalSlotResponse filledBy(String filledBy) {
    this.filledBy = filledBy;
    return this;
  }
}
