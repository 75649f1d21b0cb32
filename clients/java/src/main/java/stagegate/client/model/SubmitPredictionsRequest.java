// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** SubmitPredictionsRequest */
public final class SubmitPredictionsRequest extends Value {
  @JsonProperty("environment")
  private String environment;

  @JsonProperty("labelDefinition")
  private String labelDefinition;

  @JsonProperty("sliceDefinition")
  private String sliceDefinition;

  @JsonProperty("task")
  private PredictionTask task;

  @JsonProperty("dataset")
  private EvaluationDataset dataset;

  @JsonProperty("columns")
  private PredictionColumns columns;

  @JsonProperty("slices")
  private List<String> slices;

  @JsonProperty("crosses")
  private List<List<String>> crosses;

  @JsonProperty("threshold")
  private Double threshold;

  @JsonProperty("classes")
  private List<String> classes;

  @JsonProperty("cutoffs")
  private Set<Integer> cutoffs;

  @JsonProperty("format")
  private PredictionFormat format;

  @JsonProperty("delimiter")
  private String delimiter;

  @JsonProperty("decimal")
  private DecimalMark decimal;

  @JsonProperty("thousands")
  private ThousandsMark thousands;

  @JsonProperty("uri")
  private String uri;

  @JsonProperty("digest")
  private String digest;

  @JsonProperty("compareWith")
  private Set<Integer> compareWith;

  @JsonProperty("evaluatedAt")
  private OffsetDateTime evaluatedAt;

  @JsonProperty("evaluator")
  private String evaluator;

  /** Class of machine that operational metrics such as latency were taken on. */
  public String getEnvironment() {
    return environment;
  }

  public SubmitPredictionsRequest environment(String environment) {
    this.environment = environment;
    return this;
  }

  /** Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not compared unless the policy says so. */
  public String getLabelDefinition() {
    return labelDefinition;
  }

  public SubmitPredictionsRequest labelDefinition(String labelDefinition) {
    this.labelDefinition = labelDefinition;
    return this;
  }

  /** Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not compared unless the policy says so. */
  public String getSliceDefinition() {
    return sliceDefinition;
  }

  public SubmitPredictionsRequest sliceDefinition(String sliceDefinition) {
    this.sliceDefinition = sliceDefinition;
    return this;
  }

  /** What the predictions answer: a yes or no, one of several classes, a number, or an order. */
  public PredictionTask getTask() {
    return task;
  }

  public SubmitPredictionsRequest task(PredictionTask task) {
    this.task = task;
    return this;
  }

  /** The data that was predicted; versions are compared on the same dataset alone. */
  public EvaluationDataset getDataset() {
    return dataset;
  }

  public SubmitPredictionsRequest dataset(EvaluationDataset dataset) {
    this.dataset = dataset;
    return this;
  }

  /** Which column of the file holds what. */
  public PredictionColumns getColumns() {
    return columns;
  }

  public SubmitPredictionsRequest columns(PredictionColumns columns) {
    this.columns = columns;
    return this;
  }

  /** Columns whose every value makes a slice. */
  public List<String> getSlices() {
    return slices;
  }

  public SubmitPredictionsRequest slices(List<String> slices) {
    this.slices = slices;
    return this;
  }

  /** Sets of slice columns whose every combination makes a slice, as in `[[\"sex\", \"race\"]]`. */
  public List<List<String>> getCrosses() {
    return crosses;
  }

  public SubmitPredictionsRequest crosses(List<List<String>> crosses) {
    this.crosses = crosses;
    return this;
  }

  /** Binary without a prediction column: a score at or above it predicts the positive class; 0.5 unless given. */
  public Double getThreshold() {
    return threshold;
  }

  public SubmitPredictionsRequest threshold(Double threshold) {
    this.threshold = threshold;
    return this;
  }

  /** The classes; of binary predictions the negative one first, 0 and 1 unless given. */
  public List<String> getClasses() {
    return classes;
  }

  public SubmitPredictionsRequest classes(List<String> classes) {
    this.classes = classes;
    return this;
  }

  /** Ranking: how many of the best ranked rows of a query count; 5 and 10 unless given. */
  public Set<Integer> getCutoffs() {
    return cutoffs;
  }

  public SubmitPredictionsRequest cutoffs(Set<Integer> cutoffs) {
    this.cutoffs = cutoffs;
    return this;
  }

  /** Format of the file; told by its name unless given. */
  public PredictionFormat getFormat() {
    return format;
  }

  public SubmitPredictionsRequest format(PredictionFormat format) {
    this.format = format;
    return this;
  }

  /** What separates the columns of a CSV file; unless given what its first line `sep=` states, a tab in `.tsv`, else a comma. */
  public String getDelimiter() {
    return delimiter;
  }

  public SubmitPredictionsRequest delimiter(String delimiter) {
    this.delimiter = delimiter;
    return this;
  }

  /** What separates the fraction of numbers in a CSV file; a point unless given, or a comma that can be nothing else. */
  public DecimalMark getDecimal() {
    return decimal;
  }

  public SubmitPredictionsRequest decimal(DecimalMark decimal) {
    this.decimal = decimal;
    return this;
  }

  /** What separates thousands in numbers of a CSV file; nothing unless given. A space stands for any that does not break. */
  public ThousandsMark getThousands() {
    return thousands;
  }

  public SubmitPredictionsRequest thousands(ThousandsMark thousands) {
    this.thousands = thousands;
    return this;
  }

  /** A file that the server may read, as a `file:` URL, instead of an upload. */
  public String getUri() {
    return uri;
  }

  public SubmitPredictionsRequest uri(String uri) {
    this.uri = uri;
    return this;
  }

  /** Digest of the file; a file with another one is refused. */
  public String getDigest() {
    return digest;
  }

  public SubmitPredictionsRequest digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** Versions to compare with on the same rows; the one in Production unless given, none for an empty list. */
  public Set<Integer> getCompareWith() {
    return compareWith;
  }

  public SubmitPredictionsRequest compareWith(Set<Integer> compareWith) {
    this.compareWith = compareWith;
    return this;
  }

  /** When it was measured; the time of the result unless given. */
  public OffsetDateTime getEvaluatedAt() {
    return evaluatedAt;
  }

  public SubmitPredictionsRequest evaluatedAt(OffsetDateTime evaluatedAt) {
    this.evaluatedAt = evaluatedAt;
    return this;
  }

  /** What predicted, such as sklearn-1.2; the engine that measured unless given. */
  public String getEvaluator() {
    return evaluator;
  }

  public SubmitPredictionsRequest evaluator(String evaluator) {
    this.evaluator = evaluator;
    return this;
  }
}
