// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** CardEvaluationResponse */
public final class CardEvaluationResponse extends Value {
  @JsonProperty("id")
  private UUID id;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("slicesOmitted")
  private Integer slicesOmitted;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("evaluatedAt")
  private OffsetDateTime evaluatedAt;

  @JsonProperty("evaluator")
  private String evaluator;

  @JsonProperty("metrics")
  private List<CardMeasureResponse> metrics;

  @JsonProperty("slices")
  private List<CardMeasureResponse> slices;

  @JsonProperty("gaps")
  private List<CardGapResponse> gaps;

  /** Id of the evaluation. */
  public UUID getId() {
    return id;
  }

  public CardEvaluationResponse id(UUID id) {
    this.id = id;
    return this;
  }

  /** Digest of the evaluation. */
  public String getDigest() {
    return digest;
  }

  public CardEvaluationResponse digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** How many metrics on slices are left out. */
  public Integer getSlicesOmitted() {
    return slicesOmitted;
  }

  public CardEvaluationResponse slicesOmitted(Integer slicesOmitted) {
    this.slicesOmitted = slicesOmitted;
    return this;
  }

  /** The data. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public CardEvaluationResponse dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** When it was measured. */
  public OffsetDateTime getEvaluatedAt() {
    return evaluatedAt;
  }

  public CardEvaluationResponse evaluatedAt(OffsetDateTime evaluatedAt) {
    this.evaluatedAt = evaluatedAt;
    return this;
  }

  /** What measured it; null when nobody stated it. */
  public String getEvaluator() {
    return evaluator;
  }

  public CardEvaluationResponse evaluator(String evaluator) {
    this.evaluator = evaluator;
    return this;
  }

  /** Every metric on the whole. */
  public List<CardMeasureResponse> getMetrics() {
    return metrics;
  }

  public CardEvaluationResponse metrics(List<CardMeasureResponse> metrics) {
    this.metrics = metrics;
    return this;
  }

  /** Metrics on slices; of more than 200, those on the largest. */
  public List<CardMeasureResponse> getSlices() {
    return slices;
  }

  public CardEvaluationResponse slices(List<CardMeasureResponse> slices) {
    this.slices = slices;
    return this;
  }

  /** Of every metric and feature the widest difference between two values, the widest first. */
  public List<CardGapResponse> getGaps() {
    return gaps;
  }

  public CardEvaluationResponse gaps(List<CardGapResponse> gaps) {
    this.gaps = gaps;
    return this;
  }
}
