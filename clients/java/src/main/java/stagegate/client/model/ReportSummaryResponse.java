// Written by generate.sh from the API document; a change made here is lost.
package stagegate.client.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import stagegate.client.Value;

/** ReportSummaryResponse */
public final class ReportSummaryResponse extends Value {
  @JsonProperty("verdict")
  private Verdict verdict;

  @JsonProperty("reportDigest")
  private String reportDigest;

  @JsonProperty("message")
  private String message;

  @JsonProperty("worst")
  private WorstMeasureResponse worst;

  @JsonProperty("waivers")
  private List<SummaryWaiverResponse> waivers;

  /** What the gates said. */
  public Verdict getVerdict() {
    return verdict;
  }

  public ReportSummaryResponse verdict(Verdict verdict) {
    this.verdict = verdict;
    return this;
  }

  /** Digest of the report. */
  public String getReportDigest() {
    return reportDigest;
  }

  public ReportSummaryResponse reportDigest(String reportDigest) {
    this.reportDigest = reportDigest;
    return this;
  }

  /** The verdict in a sentence. */
  public String getMessage() {
    return message;
  }

  public ReportSummaryResponse message(String message) {
    this.message = message;
    return this;
  }

  /** Of the measures of the worst status, that which comes closest to its limit or is furthest beyond; null where nothing was measured. */
  public WorstMeasureResponse getWorst() {
    return worst;
  }

  public ReportSummaryResponse worst(WorstMeasureResponse worst) {
    this.worst = worst;
    return this;
  }

  /** The waivers by which an inconclusive verdict lets the version through; absent where none do. */
  public List<SummaryWaiverResponse> getWaivers() {
    return waivers;
  }

  public ReportSummaryResponse waivers(List<SummaryWaiverResponse> waivers) {
    this.waivers = waivers;
    return this;
  }
}
