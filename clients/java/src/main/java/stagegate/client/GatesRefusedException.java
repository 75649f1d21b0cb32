package stagegate.client;

import stagegate.client.model.GateReportResponse;
import stagegate.client.model.TransitionProblemResponse;

/** The gates refused a version: 422 GATES_REFUSED. */
public final class GatesRefusedException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final transient GateReportResponse gateReport;

  GatesRefusedException(int status, TransitionProblemResponse document) {
    super(status, document);
    gateReport = document.getGateReport();
  }

  /** Every rule and measure, with the reason of its outcome. */
  public GateReportResponse gateReport() {
    return gateReport;
  }
}
