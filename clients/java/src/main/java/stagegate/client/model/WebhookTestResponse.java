// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** WebhookTestResponse */
public final class WebhookTestResponse extends Value {
  @JsonProperty("responseStatus")
  private Integer responseStatus;

  @JsonProperty("durationMilliseconds")
  private Integer durationMilliseconds;

  @JsonProperty("delivered")
  private Boolean delivered;

  @JsonProperty("error")
  private String error;

  /** Status of the receiver's answer; null when there was none. */
  public Integer getResponseStatus() {
    return responseStatus;
  }

  public WebhookTestResponse responseStatus(Integer responseStatus) {
    this.responseStatus = responseStatus;
    return this;
  }

  /** How long the attempt took, in milliseconds. */
  public Integer getDurationMilliseconds() {
    return durationMilliseconds;
  }

  public WebhookTestResponse durationMilliseconds(Integer durationMilliseconds) {
    this.durationMilliseconds = durationMilliseconds;
    return this;
  }

  /** Whether the receiver took it, by a status from 200 to 299. */
  public Boolean getDelivered() {
    return delivered;
  }

  public WebhookTestResponse delivered(Boolean delivered) {
    this.delivered = delivered;
    return this;
  }

  /** What went wrong; null when nothing did. */
  public String getError() {
    return error;
  }

  public WebhookTestResponse error(String error) {
    this.error = error;
    return this;
  }
}
