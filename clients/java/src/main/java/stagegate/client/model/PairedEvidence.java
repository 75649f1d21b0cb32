// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** PairedEvidence */
public final class PairedEvidence extends Value {
  @JsonProperty("incumbentVersion")
  private Integer incumbentVersion;

  @JsonProperty("slice")
  private Map<String, Object> slice;

  @JsonProperty("kind")
  private PairedKind kind;

  @JsonProperty("counts")
  private Map<String, Long> counts;

  @JsonProperty("n")
  private Long n;

  @JsonProperty("clusters")
  private Long clusters;

  @JsonProperty("nPos")
  private Long nPos;

  @JsonProperty("nNeg")
  private Long nNeg;

  @JsonProperty("deltas")
  private List<Double> deltas;

  @JsonProperty("metric")
  private String metric;

  @JsonProperty("sumD")
  private Double sumD;

  @JsonProperty("sumD2")
  private Double sumD2;

  @JsonProperty("sumClusterD2")
  private Double sumClusterD2;

  @JsonProperty("sumClusterND")
  private Double sumClusterND;

  @JsonProperty("sumClusterN2")
  private Double sumClusterN2;

  @JsonProperty("sumW")
  private Double sumW;

  @JsonProperty("sumW2")
  private Double sumW2;

  @JsonProperty("sumWD")
  private Double sumWD;

  @JsonProperty("sumW2D")
  private Double sumW2D;

  @JsonProperty("sumW2D2")
  private Double sumW2D2;

  @JsonProperty("aucC")
  private Double aucC;

  @JsonProperty("aucI")
  private Double aucI;

  @JsonProperty("varC")
  private Double varC;

  @JsonProperty("varI")
  private Double varI;

  @JsonProperty("cov")
  private Double cov;

  @JsonProperty("varied")
  private Long varied;

  @JsonProperty("wins")
  private Double wins;

  @JsonProperty("losses")
  private Double losses;

  @JsonProperty("observed")
  private Double observed;

  /** The version that was compared with. */
  public Integer getIncumbentVersion() {
    return incumbentVersion;
  }

  public PairedEvidence incumbentVersion(Integer incumbentVersion) {
    this.incumbentVersion = incumbentVersion;
    return this;
  }

  /** The slice as feature=value pairs; `{}` or absent is the whole. */
  public Map<String, Object> getSlice() {
    return slice;
  }

  public PairedEvidence slice(Map<String, Object> slice) {
    this.slice = slice;
    return this;
  }

  /** `binary8`, `meanDiff`, `clusterDiff`, `weightedDiff`, `aucPair` or `replicates`. */
  public PairedKind getKind() {
    return kind;
  }

  public PairedEvidence kind(PairedKind kind) {
    this.kind = kind;
    return this;
  }

  /** binary8: rows by label, challenger's and incumbent's prediction, as in `{\"111\": 2000, \"110\": 30}`. */
  public Map<String, Long> getCounts() {
    return counts;
  }

  public PairedEvidence counts(Map<String, Long> counts) {
    this.counts = counts;
    return this;
  }

  /** meanDiff, clusterDiff, weightedDiff and, if stated, replicates: number of rows. */
  public Long getN() {
    return n;
  }

  public PairedEvidence n(Long n) {
    this.n = n;
    return this;
  }

  /** clusterDiff: number of units, such as users, whose rows move together. */
  public Long getClusters() {
    return clusters;
  }

  public PairedEvidence clusters(Long clusters) {
    this.clusters = clusters;
    return this;
  }

  /** aucPair: number of positive rows. */
  public Long getnPos() {
    return nPos;
  }

  public PairedEvidence nPos(Long nPos) {
    this.nPos = nPos;
    return this;
  }

  /** aucPair: number of negative rows. */
  public Long getnNeg() {
    return nNeg;
  }

  public PairedEvidence nNeg(Long nNeg) {
    this.nNeg = nNeg;
    return this;
  }

  /** replicates: 100 to 10,000 paired bootstrap differences, challenger minus incumbent. */
  public List<Double> getDeltas() {
    return deltas;
  }

  public PairedEvidence deltas(List<Double> deltas) {
    this.deltas = deltas;
    return this;
  }

  /** The metric that all kinds but binary8 are about; aucPair without one is about the AUC by any of its names. */
  public String getMetric() {
    return metric;
  }

  public PairedEvidence metric(String metric) {
    this.metric = metric;
    return this;
  }

  /** meanDiff, clusterDiff: sum of the per-row differences, challenger minus incumbent. */
  public Double getSumD() {
    return sumD;
  }

  public PairedEvidence sumD(Double sumD) {
    this.sumD = sumD;
    return this;
  }

  /** meanDiff: sum of their squares. */
  public Double getSumD2() {
    return sumD2;
  }

  public PairedEvidence sumD2(Double sumD2) {
    this.sumD2 = sumD2;
    return this;
  }

  /** clusterDiff: sum over units of the squared sum of differences. */
  public Double getSumClusterD2() {
    return sumClusterD2;
  }

  public PairedEvidence sumClusterD2(Double sumClusterD2) {
    this.sumClusterD2 = sumClusterD2;
    return this;
  }

  /** clusterDiff: sum over units of rows times sum of differences. */
  public Double getSumClusterND() {
    return sumClusterND;
  }

  public PairedEvidence sumClusterND(Double sumClusterND) {
    this.sumClusterND = sumClusterND;
    return this;
  }

  /** clusterDiff: sum over units of squared rows. */
  public Double getSumClusterN2() {
    return sumClusterN2;
  }

  public PairedEvidence sumClusterN2(Double sumClusterN2) {
    this.sumClusterN2 = sumClusterN2;
    return this;
  }

  /** weightedDiff: sum of the weights. */
  public Double getSumW() {
    return sumW;
  }

  public PairedEvidence sumW(Double sumW) {
    this.sumW = sumW;
    return this;
  }

  /** weightedDiff: sum of the squared weights. */
  public Double getSumW2() {
    return sumW2;
  }

  public PairedEvidence sumW2(Double sumW2) {
    this.sumW2 = sumW2;
    return this;
  }

  /** weightedDiff: sum of weight times difference. */
  public Double getSumWD() {
    return sumWD;
  }

  public PairedEvidence sumWD(Double sumWD) {
    this.sumWD = sumWD;
    return this;
  }

  /** weightedDiff: sum of squared weight times difference. */
  public Double getSumW2D() {
    return sumW2D;
  }

  public PairedEvidence sumW2D(Double sumW2D) {
    this.sumW2D = sumW2D;
    return this;
  }

  /** weightedDiff: sum of squared weight times squared difference. */
  public Double getSumW2D2() {
    return sumW2D2;
  }

  public PairedEvidence sumW2D2(Double sumW2D2) {
    this.sumW2D2 = sumW2D2;
    return this;
  }

  /** aucPair: AUC of the challenger, a share from 0 to 1 without a unit. */
  public Double getAucC() {
    return aucC;
  }

  public PairedEvidence aucC(Double aucC) {
    this.aucC = aucC;
    return this;
  }

  /** aucPair: AUC of the incumbent, a share from 0 to 1 without a unit. */
  public Double getAucI() {
    return aucI;
  }

  public PairedEvidence aucI(Double aucI) {
    this.aucI = aucI;
    return this;
  }

  /** aucPair: DeLong variance of the challenger's AUC. */
  public Double getVarC() {
    return varC;
  }

  public PairedEvidence varC(Double varC) {
    this.varC = varC;
    return this;
  }

  /** aucPair: DeLong variance of the incumbent's AUC. */
  public Double getVarI() {
    return varI;
  }

  public PairedEvidence varI(Double varI) {
    this.varI = varI;
    return this;
  }

  /** aucPair: DeLong covariance of both, without a unit. */
  public Double getCov() {
    return cov;
  }

  public PairedEvidence cov(Double cov) {
    this.cov = cov;
    return this;
  }

  /** meanDiff, weightedDiff, clusterDiff: rows, or units, whose difference is not the most frequent one, of which those beyond 10 need not be counted; with fewer than 10 a mean is not judged, unless it is a share of right outcomes. */
  public Long getVaried() {
    return varied;
  }

  public PairedEvidence varied(Long varied) {
    this.varied = varied;
    return this;
  }

  /** weightedDiff, clusterDiff of right and wrong outcomes: weight of the rows, or number of the units, on which the challenger has more. */
  public Double getWins() {
    return wins;
  }

  public PairedEvidence wins(Double wins) {
    this.wins = wins;
    return this;
  }

  /** The same, weight or units, on which the incumbent has more. */
  public Double getLosses() {
    return losses;
  }

  public PairedEvidence losses(Double losses) {
    this.losses = losses;
    return this;
  }

  /** replicates: the difference on the rows themselves, which must be that of the reports, in the metric's unit; may be left out. */
  public Double getObserved() {
    return observed;
  }

  public PairedEvidence observed(Double observed) {
    this.observed = observed;
    return this;
  }
}
