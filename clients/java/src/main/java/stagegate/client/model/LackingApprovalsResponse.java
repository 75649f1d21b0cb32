// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** LackingApprovalsResponse */
public final class LackingApprovalsResponse extends Value {
  @JsonProperty("count")
  private Integer count;

  @JsonProperty("role")
  private String role;

  @JsonProperty("group")
  private String group;

  /** How many are lacking. */
  public Integer getCount() {
    return count;
  }

  public LackingApprovalsResponse count(Integer count) {
    this.count = count;
    return this;
  }

  /** The role they are asked of, or the name of the group. */
  public String getRole() {
    return role;
  }

  public LackingApprovalsResponse role(String role) {
    this.role = role;
    return this;
  }

  /** The group they are asked of; absent where a role is asked for. */
  public String getGroup() {
    return group;
  }

  public LackingApprovalsResponse group(String group) {
    this.group = group;
    return this;
  }
}
