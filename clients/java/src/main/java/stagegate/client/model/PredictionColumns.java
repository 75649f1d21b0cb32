// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PredictionColumns */
public final class PredictionColumns extends Value {
  @JsonProperty("rowId")
  private List<String> rowId;

  @JsonProperty("label")
  private String label;

  @JsonProperty("prediction")
  private String prediction;

  @JsonProperty("score")
  private String score;

  @JsonProperty("weight")
  private String weight;

  @JsonProperty("unit")
  private String unit;

  @JsonProperty("latencyMs")
  private String latencyMs;

  @JsonProperty("probabilities")
  private Map<String, String> probabilities;

  /** Columns that are together the id of each row, alike in every version's file; without them nothing can be paired. `#1` is the first column, whatever its name. */
  public List<String> getRowId() {
    return rowId;
  }

  public PredictionColumns rowId(List<String> rowId) {
    this.rowId = rowId;
    return this;
  }

  /** Column with the true class or value; for a ranking the relevance, 0 or more. */
  public String getLabel() {
    return label;
  }

  public PredictionColumns label(String label) {
    this.label = label;
    return this;
  }

  /** Column with what was predicted; of binary predictions it may be left out, the score then decides. */
  public String getPrediction() {
    return prediction;
  }

  public PredictionColumns prediction(String prediction) {
    this.prediction = prediction;
    return this;
  }

  /** Column with the score: of the positive class from 0 to 1, or what a ranking is ordered by, highest first. */
  public String getScore() {
    return score;
  }

  public PredictionColumns score(String score) {
    this.score = score;
    return this;
  }

  /** Column with the weight of each row; every metric but latencies is then weighted. */
  public String getWeight() {
    return weight;
  }

  public PredictionColumns weight(String weight) {
    this.weight = weight;
    return this;
  }

  /** Column that names the user, session or query of a row; rows of one are taken as dependent. */
  public String getUnit() {
    return unit;
  }

  public PredictionColumns unit(String unit) {
    this.unit = unit;
    return this;
  }

  /** Column with the time each prediction took, in milliseconds. */
  public String getLatencyMs() {
    return latencyMs;
  }

  public PredictionColumns latencyMs(String latencyMs) {
    this.latencyMs = latencyMs;
    return this;
  }

  /** Multiclass: the column with the probability of each class. */
  public Map<String, String> getProbabilities() {
    return probabilities;
  }

  public PredictionColumns probabilities(Map<String, String> probabilities) {
    this.probabilities = probabilities;
    return this;
  }
}
