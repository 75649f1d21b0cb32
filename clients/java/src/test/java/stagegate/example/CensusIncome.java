package stagegate.example;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import stagegate.client.GatesRefusedException;
import stagegate.client.Pages;
import stagegate.client.ProblemException;
import stagegate.client.Stagegate;
import stagegate.client.model.ApprovalDecision;
import stagegate.client.model.AuditEventPage;
import stagegate.client.model.CheckGatesRequest;
import stagegate.client.model.CreateModelRequest;
import stagegate.client.model.DecideTransitionRequest;
import stagegate.client.model.EvaluationDataset;
import stagegate.client.model.GatedStage;
import stagegate.client.model.MeasureStatus;
import stagegate.client.model.PredictionColumns;
import stagegate.client.model.PredictionJobStatus;
import stagegate.client.model.PredictionTask;
import stagegate.client.model.RegisterVersionRequest;
import stagegate.client.model.RequestTransitionRequest;
import stagegate.client.model.RollbackRequest;
import stagegate.client.model.Stage;
import stagegate.client.model.SubmitEvaluationRequest;
import stagegate.client.model.SubmitPredictionsRequest;
import stagegate.client.model.UpdateModelRequest;

/** The census-income story: two promotions, a version the gates refuse, and a rollback. Needs a running service. */
public final class CensusIncome {
  private static final Path EXAMPLE = Path.of("..", "..", "examples", "census-income");
  private static final ObjectMapper FILES =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final String model = "census-income-java-" + System.currentTimeMillis();
  private final Stagegate registry;
  private final Stagegate reviewer;

  private CensusIncome(Stagegate registry, Stagegate reviewer) {
    this.registry = registry;
    this.reviewer = reviewer;
  }

  public static void main(String[] arguments) throws IOException {
    var url = System.getenv("STAGEGATE_URL");
    var registry = new Stagegate(url, System.getenv("STAGEGATE_TOKEN"));
    var reviewer = new Stagegate(url, System.getenv("STAGEGATE_REVIEWER_TOKEN"));
    new CensusIncome(registry, reviewer).tell();
  }

  private void tell() throws IOException {
    load();
    promote(1);
    promote(2);
    beRefused(3);
    var back = registry.rollbackModel(model, new RollbackRequest().reason("Complaints about version 2"));
    System.out.println("rolled back to version " + back.getVersion());
    measure(3);
    read();
  }

  /** Registers the model, its policy, and three versions with their evaluations. */
  private void load() throws IOException {
    var body = new CreateModelRequest().name(model).description("Does a person earn more than 50,000 USD?");
    registry.createModel(body);
    try {
      registry.createModel(body);
      throw new IllegalStateException("a second model of one name");
    } catch (ProblemException problem) {
      if (!problem.code().equals("MODEL_EXISTS")) throw problem;
    }
    var read = registry.tagged(() -> registry.getModel(model));
    registry.updateModel(model, new UpdateModelRequest().owner("risk"), read.etag());
    try {
      registry.updateModel(model, new UpdateModelRequest().owner("sales"), read.etag());
      throw new IllegalStateException("a change of what was changed since");
    } catch (ProblemException problem) {
      if (problem.status() != 412) throw problem;
    }
    registry.setGatePolicy(model, FILES.readValue(EXAMPLE.resolve("policy.json").toFile(), new TypeReference<Map<String, Object>>() {}));
    for (var file : List.of("v1.json", "v2.json", "v3.json")) {
      var candidate = FILES.readValue(EXAMPLE.resolve("versions").resolve(file).toFile(), RegisterVersionRequest.class);
      var evaluation = FILES.readValue(EXAMPLE.resolve("evaluations").resolve(file).toFile(), SubmitEvaluationRequest.class);
      var version = registry.registerVersion(model, candidate).getVersion();
      registry.submitEvaluation(model, version, evaluation);
    }
  }

  /** Takes a version to Staging and, with the reviewer's approval, to Production. */
  private void promote(int version) {
    var report = registry.checkGates(model, version, new CheckGatesRequest().toStage(GatedStage.PRODUCTION));
    request(version, Stage.STAGING);
    var id = request(version, Stage.PRODUCTION);
    var decided = reviewer.decideTransition(id, new DecideTransitionRequest().decision(ApprovalDecision.APPROVE));
    System.out.printf("version %d: the gates say %s, the promotion is %s%n", version, report.getVerdict(), decided.getStatus());
  }

  private UUID request(int version, Stage stage) {
    return registry.requestTransition(model, version, new RequestTransitionRequest().toStage(stage)).getId();
  }

  /** Asks for a promotion that the gates refuse, and shows why. */
  private void beRefused(int version) {
    request(version, Stage.STAGING);
    try {
      request(version, Stage.PRODUCTION);
      throw new IllegalStateException("the gates let the version through");
    } catch (GatesRefusedException refusal) {
      var comment = registry.checkGatesMarkdown(model, version, new CheckGatesRequest().toStage(GatedStage.PRODUCTION));
      if (!comment.contains("f1 on sex=Female: 0.604 vs 0.666")) throw new IllegalStateException(comment);
      refusal.gateReport().getRules().stream()
          .flatMap(rule -> rule.getMeasures().stream())
          .filter(measure -> measure.getStatus() == MeasureStatus.FAIL)
          .forEach(measure -> System.out.printf("version %d is refused: %s%n", version, measure.getMessage()));
    }
  }

  /** Has the service compute the metrics of a version from its predictions. */
  private void measure(int version) {
    var columns = new PredictionColumns().rowId(List.of("row_id")).label("label").prediction("prediction").score("score");
    var request =
        new SubmitPredictionsRequest()
            .task(PredictionTask.BINARY)
            .dataset(new EvaluationDataset().name("adult-test").version("rows"))
            .columns(columns)
            .slices(List.of("sex"));
    var file = EXAMPLE.resolve("predictions").resolve("v" + version + ".parquet");
    var job = registry.predictionJobEnd(registry.uploadPredictions(model, version, request, file).getId());
    if (job.getStatus() != PredictionJobStatus.SUCCEEDED) throw new IllegalStateException(job.toString());
    registry.getEvaluation(job.getEvaluationId()).getMetrics().stream()
        .filter(metric -> metric.getName().equals("f1") && metric.getSlice().equals(Map.of("sex", "Female")))
        .forEach(metric -> System.out.printf("measured again from %d predictions: f1 of women is %.3f%n", job.getRowsRead(), metric.getValue()));
  }

  /** Reads the audit record in pages of ten. */
  private void read() {
    var events =
        Pages.stream(
                cursor -> registry.listAuditEvents(10, cursor, null, null, null, model, null, null, null, null, null, null),
                AuditEventPage::getItems,
                AuditEventPage::getNextCursor)
            .toList();
    events.stream()
        .filter(event -> event.getAction().equals("transition.refused"))
        .forEach(event -> System.out.printf("the record says that %s was refused version %d%n", event.getActor(), event.getVersion()));
    if (events.size() <= 10) throw new IllegalStateException(events.size() + " events fit on one page");
    if (registry.auditEvents(model).count() != events.size()) throw new IllegalStateException("pages of another size hold other events");
  }
}
