// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** EvaluateStoredPredictionsRequest */
public final class EvaluateStoredPredictionsRequest extends Value {
  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("rowsOf")
  private Integer rowsOf;

  @JsonProperty("compareWith")
  private Set<Integer> compareWith;

  /** The data to be measured on; rows and labels come from predictions kept on it. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public EvaluateStoredPredictionsRequest dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** The version whose kept predictions say rows, labels and slices; unless given, the last one measured on the dataset. */
  public Integer getRowsOf() {
    return rowsOf;
  }

  public EvaluateStoredPredictionsRequest rowsOf(Integer rowsOf) {
    this.rowsOf = rowsOf;
    return this;
  }

  /** Versions to compare with on the same rows; the one in Production unless given, none for an empty list. */
  public Set<Integer> getCompareWith() {
    return compareWith;
  }

  public EvaluateStoredPredictionsRequest compareWith(Set<Integer> compareWith) {
    this.compareWith = compareWith;
    return this;
  }
}
