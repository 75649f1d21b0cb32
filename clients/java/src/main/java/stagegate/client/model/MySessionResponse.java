// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** MySessionResponse */
public final class MySessionResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  @JsonProperty("idleUntil")
  private OffsetDateTime idleUntil;

  @JsonProperty("endsAt")
  private OffsetDateTime endsAt;

  @JsonProperty("signOutUrl")
  private String signOutUrl;

  /** The session's id. */
  public UUID getId() {
    return id;
  }

  public MySessionResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** When the sign-in happened. */
  public OffsetDateTime getStartedAt() {
    return startedAt;
  }

  public MySessionResponse startedAt(OffsetDateTime startedAt) {
    this.startedAt = startedAt;
    return this;
  }

  /** When the session ends unless it is used before. */
  public OffsetDateTime getIdleUntil() {
    return idleUntil;
  }

  public MySessionResponse idleUntil(OffsetDateTime idleUntil) {
    this.idleUntil = idleUntil;
    return this;
  }

  /** When the session ends, however much it is used. */
  public OffsetDateTime getEndsAt() {
    return endsAt;
  }

  public MySessionResponse endsAt(OffsetDateTime endsAt) {
    this.endsAt = endsAt;
    return this;
  }

  /** Where a browser goes after the session ended, so that the provider ends its own; null when no provider signed it in. */
  public String getSignOutUrl() {
    return signOutUrl;
  }

  public MySessionResponse signOutUrl(String signOutUrl) {
    this.signOutUrl = signOutUrl;
    return this;
  }
}
