// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CurvePointResponse */
public final class CurvePointResponse extends Value {
  @JsonProperty("x")
  private Double x;

  @JsonProperty("y")
  private Double y;

  @JsonProperty("count")
  private Long count;

  @JsonProperty("lower")
  private Double lower;

  @JsonProperty("upper")
  private Double upper;

  /** Calibration: mean score. ROC: false positive rate. Residuals: mean prediction, in units of the label. */
  public Double getX() {
    return x;
  }

  public CurvePointResponse x(Double x) {
    this.x = x;
    return this;
  }

  /** Calibration: share of positives, 0 to 1. ROC: true positive rate, 0 to 1. Residuals: mean of label minus prediction, in units of the label. */
  public Double getY() {
    return y;
  }

  public CurvePointResponse y(Double y) {
    this.y = y;
    return this;
  }

  /** Rows behind the point; of a ROC curve those whose score is as high or higher. */
  public Long getCount() {
    return count;
  }

  public CurvePointResponse count(Long count) {
    this.count = count;
    return this;
  }

  /** Residuals: the lowest tenth ends here, in units of the label; null of other curves. */
  public Double getLower() {
    return lower;
  }

  public CurvePointResponse lower(Double lower) {
    this.lower = lower;
    return this;
  }

  /** Residuals: the highest tenth begins here, in units of the label; null of other curves. */
  public Double getUpper() {
    return upper;
  }

  public CurvePointResponse upper(Double upper) {
    this.upper = upper;
    return this;
  }
}
