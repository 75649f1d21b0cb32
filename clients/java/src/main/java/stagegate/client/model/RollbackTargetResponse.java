// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** RollbackTargetResponse */
public final class RollbackTargetResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("stage")
  private Stage stage;

  @JsonProperty("quarantined")
  private Boolean quarantined;

  @JsonProperty("quarantineReason")
  private String quarantineReason;

  @JsonProperty("lastTenure")
  private ProductionTenureResponse lastTenure;

  /** The version. */
  public Integer getVersion() {
    return version;
  }

  public RollbackTargetResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** Where it stands now. */
  public Stage getStage() {
    return stage;
  }

  public RollbackTargetResponse stage(Stage stage) {
    this.stage = stage;
    return this;
  }

  /** Whether it is quarantined, and so cannot be put back. */
  public Boolean getQuarantined() {
    return quarantined;
  }

  public RollbackTargetResponse quarantined(Boolean quarantined) {
    this.quarantined = quarantined;
    return this;
  }

  /** Why it is quarantined; null when it is not. */
  public String getQuarantineReason() {
    return quarantineReason;
  }

  public RollbackTargetResponse quarantineReason(String quarantineReason) {
    this.quarantineReason = quarantineReason;
    return this;
  }

  /** Its last tenure of Production; null when it never held it. */
  public ProductionTenureResponse getLastTenure() {
    return lastTenure;
  }

  public RollbackTargetResponse lastTenure(ProductionTenureResponse lastTenure) {
    this.lastTenure = lastTenure;
    return this;
  }
}
