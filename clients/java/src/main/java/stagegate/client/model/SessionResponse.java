// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SessionResponse */
public final class SessionResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("tokenId")
  private UUID tokenId;

  @JsonProperty("subject")
  private String subject;

  @JsonProperty("startedAt")
  private OffsetDateTime startedAt;

  @JsonProperty("lastSeenAt")
  private OffsetDateTime lastSeenAt;

  @JsonProperty("idleUntil")
  private OffsetDateTime idleUntil;

  @JsonProperty("endsAt")
  private OffsetDateTime endsAt;

  @JsonProperty("userAgent")
  private String userAgent;

  @JsonProperty("address")
  private String address;

  @JsonProperty("isCurrent")
  private Boolean isCurrent;

  /** The session's id; it is not what the cookie holds. */
  public UUID getId() {
    return id;
  }

  public SessionResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** The id of the token that the session's rights come from; the session ends with it. */
  public UUID getTokenId() {
    return tokenId;
  }

  public SessionResponse tokenId(UUID tokenId) {
    this.tokenId = tokenId;
    return this;
  }

  /** Who is signed in. */
  public String getSubject() {
    return subject;
  }

  public SessionResponse subject(String subject) {
    this.subject = subject;
    return this;
  }

  /** When the sign-in happened. */
  public OffsetDateTime getStartedAt() {
    return startedAt;
  }

  public SessionResponse startedAt(OffsetDateTime startedAt) {
    this.startedAt = startedAt;
    return this;
  }

  /** When the session was last used, to the minute. */
  public OffsetDateTime getLastSeenAt() {
    return lastSeenAt;
  }

  public SessionResponse lastSeenAt(OffsetDateTime lastSeenAt) {
    this.lastSeenAt = lastSeenAt;
    return this;
  }

  /** When the session ends unless it is used before. */
  public OffsetDateTime getIdleUntil() {
    return idleUntil;
  }

  public SessionResponse idleUntil(OffsetDateTime idleUntil) {
    this.idleUntil = idleUntil;
    return this;
  }

  /** When the session ends, however much it is used. */
  public OffsetDateTime getEndsAt() {
    return endsAt;
  }

  public SessionResponse endsAt(OffsetDateTime endsAt) {
    this.endsAt = endsAt;
    return this;
  }

  /** What the browser called itself at the sign-in; null when it did not. */
  public String getUserAgent() {
    return userAgent;
  }

  public SessionResponse userAgent(String userAgent) {
    this.userAgent = userAgent;
    return this;
  }

  /** The address that the sign-in came from. */
  public String getAddress() {
    return address;
  }

  public SessionResponse address(String address) {
    this.address = address;
    return this;
  }

  /** Whether this request is part of the session. */
  public Boolean getIsCurrent() {
    return isCurrent;
  }

  public SessionResponse isCurrent(Boolean isCurrent) {
    this.isCurrent = isCurrent;
    return this;
  }
}
