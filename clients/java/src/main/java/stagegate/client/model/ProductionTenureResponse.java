// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ProductionTenureResponse */
public final class ProductionTenureResponse extends Value {
  @JsonProperty("version")
  private Integer version;

  @JsonProperty("kind")
  private TransitionKind kind;

  @JsonProperty("transitionId")
  private UUID transitionId;

  @JsonProperty("endedKind")
  private TransitionKind endedKind;

  @JsonProperty("endedTransitionId")
  private UUID endedTransitionId;

  @JsonProperty("from")
  private OffsetDateTime from;

  @JsonProperty("to")
  private OffsetDateTime to;

  @JsonProperty("promotedBy")
  private String promotedBy;

  @JsonProperty("endedBy")
  private String endedBy;

  /** The version. */
  public Integer getVersion() {
    return version;
  }

  public ProductionTenureResponse version(Integer version) {
    this.version = version;
    return this;
  }

  /** How it came there: by a promotion or a rollback. */
  public TransitionKind getKind() {
    return kind;
  }

  public ProductionTenureResponse kind(TransitionKind kind) {
    this.kind = kind;
    return this;
  }

  /** Id of the transition that put it there. */
  public UUID getTransitionId() {
    return transitionId;
  }

  public ProductionTenureResponse transitionId(UUID transitionId) {
    this.transitionId = transitionId;
    return this;
  }

  /** Kind of the move that took it away, of this version or of the one that displaced it; null while it is there. */
  public TransitionKind getEndedKind() {
    return endedKind;
  }

  public ProductionTenureResponse endedKind(TransitionKind endedKind) {
    this.endedKind = endedKind;
    return this;
  }

  /** Id of the transition that took it away; null while it is there. */
  public UUID getEndedTransitionId() {
    return endedTransitionId;
  }

  public ProductionTenureResponse endedTransitionId(UUID endedTransitionId) {
    this.endedTransitionId = endedTransitionId;
    return this;
  }

  /** When it entered Production. */
  public OffsetDateTime getFrom() {
    return from;
  }

  public ProductionTenureResponse from(OffsetDateTime from) {
    this.from = from;
    return this;
  }

  /** When it left; null while it is there. */
  public OffsetDateTime getTo() {
    return to;
  }

  public ProductionTenureResponse to(OffsetDateTime to) {
    this.to = to;
    return this;
  }

  /** Whose call put it there. */
  public String getPromotedBy() {
    return promotedBy;
  }

  public ProductionTenureResponse promotedBy(String promotedBy) {
    this.promotedBy = promotedBy;
    return this;
  }

  /** Whose call took it away; null while it is there. */
  public String getEndedBy() {
    return endedBy;
  }

  public ProductionTenureResponse endedBy(String endedBy) {
    this.endedBy = endedBy;
    return this;
  }
}
