package stagegate.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import stagegate.client.api.OperationsApi;
import stagegate.client.model.AuditEventPage;
import stagegate.client.model.AuditEventResponse;
import stagegate.client.model.CheckGatesRequest;
import stagegate.client.model.EventPage;
import stagegate.client.model.EventResponse;
import stagegate.client.model.ModelPage;
import stagegate.client.model.ModelResponse;
import stagegate.client.model.PredictionJobResponse;
import stagegate.client.model.PredictionJobStatus;
import stagegate.client.model.SubmitPredictionsRequest;
import stagegate.client.model.TransitionPage;
import stagegate.client.model.TransitionResponse;
import stagegate.client.model.TransitionStatus;
import stagegate.client.model.VersionPage;
import stagegate.client.model.VersionResponse;

/**
 * A client of one service for the holder of one token, safe for use by many threads. It has one method per operation of
 * the API. An answer of 400 or above is a {@link ProblemException}, and so is one that is none of the service; a broken connection is
 * an {@link UncheckedIOException}.
 */
public final class Stagegate extends OperationsApi {
  /** Version of this client; it follows the version of the service. */
  public static final String VERSION = "0.1.0";

  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final Duration JOB_INTERVAL = Duration.ofMillis(500);

  private final Sender sender;
  private final ThreadLocal<String> lastEtag = new ThreadLocal<>();

  /** A client of the service at url, such as http://127.0.0.1:3000, with or without /api/v1. */
  public Stagegate(String url, String token) {
    this(url, token, Retries.DEFAULT, HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
  }

  public Stagegate(String url, String token, Retries retries, HttpClient http) {
    this(url, token, retries, http, TIMEOUT);
  }

  /** The timeout is how long the service may be silent, before an answer or within it; zero is for ever. */
  public Stagegate(String url, String token, Retries retries, HttpClient http, Duration timeout) {
    sender = new Sender(url, token, retries, http, timeout);
  }

  /** All models. */
  public Stream<ModelResponse> models() {
    return Pages.stream(
        cursor -> listModels(null, cursor, null, null, null, null), ModelPage::getItems, ModelPage::getNextCursor);
  }

  /** All versions of a model. */
  public Stream<VersionResponse> versions(String model) {
    return Pages.stream(
        cursor -> listVersions(model, null, cursor, null, null, null), VersionPage::getItems, VersionPage::getNextCursor);
  }

  /** All transitions of a model, refusals included. */
  public Stream<TransitionResponse> modelTransitions(String model) {
    return Pages.stream(
        cursor -> listModelTransitions(model, null, cursor, null, null, null, null, null, null, null, null, null),
        TransitionPage::getItems,
        TransitionPage::getNextCursor);
  }

  /** The transitions of all models in one status; null for all. */
  public Stream<TransitionResponse> transitions(TransitionStatus status) {
    return Pages.stream(
        cursor -> listTransitions(null, cursor, null, null, status, null, null, null, null, null, null, null),
        TransitionPage::getItems,
        TransitionPage::getNextCursor);
  }

  /** The audit record of a model; of everything when it is null. */
  public Stream<AuditEventResponse> auditEvents(String model) {
    return Pages.stream(
        cursor -> listAuditEvents(null, cursor, null, null, null, model, null, null, null, null, null, null),
        AuditEventPage::getItems,
        AuditEventPage::getNextCursor);
  }

  /**
   * The events of a model, of all models when it is null, in their order, and then each as it happens, without end. The cursor is
   * the id of the last event that was seen, or {@code now} for what is still to come; with null the first event of the registry
   * comes first. After a broken connection, or while the service is away, the stream goes on from the last event; only a failure
   * of the first request ends it.
   */
  public Stream<EventResponse> events(String model, String cursor) {
    return events(null, model, cursor);
  }

  /** As {@link #events(String, String)}, of these types only, such as {@code dev.stagegate.transition.applied.v1}. */
  public Stream<EventResponse> events(Set<String> types, String model, String cursor) {
    var wait = Persistence.eventWaitSeconds(sender.listener().limit());
    return Pages.stream(
        last ->
            last == null
                ? listEvents(types, model, null, cursor, null, null)
                : Persistence.nextEvents(() -> listEvents(types, model, null, last, null, wait)),
        EventPage::getItems,
        EventPage::getNextCursor);
  }

  /**
   * The audit record as a stream, read as it comes, oldest first: of a model, of everything when it is null, after a sequence
   * and up to another, each null for no bound, and with the evidence of each event. Close it unless it is read to its end; one that
   * breaks off throws an {@link UncheckedIOException}, and is gone on with after the last sequence.
   */
  public Stream<AuditEventResponse> auditExport(String model, Long after, Long through, boolean withEvidence) {
    var call = new Call("GET", "/api/v1/audit-events/export").query("model", model).query("after", after);
    call.query("through", through).query("include", withEvidence ? "evidence" : null);
    call.isStreamed = true;
    var answer = sender.success(call);
    return Lines.of(answer.stream(), line -> answer.readLine(line, new TypeReference<AuditEventResponse>() {}));
  }

  /** Sends a file of predictions (Parquet, CSV or NDJSON) to be measured, and answers the job that measures it. */
  public PredictionJobResponse uploadPredictions(String model, int version, SubmitPredictionsRequest request, Path file) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/evaluations/from-predictions");
    call.path("model", model).path("version", version).body(new Upload(request, file));
    return send(call, new TypeReference<PredictionJobResponse>() {});
  }

  /** Waits until a job has ended, however it ended: its status tells. */
  public PredictionJobResponse predictionJobEnd(UUID id) {
    for (; ; Sender.pause(JOB_INTERVAL)) {
      var job = getPredictionJob(id);
      if (job.getStatus() != PredictionJobStatus.QUEUED && job.getStatus() != PredictionJobStatus.RUNNING) return job;
    }
  }

  /** Judges a version and answers the report as Markdown, fit for a comment on a pull request; changes nothing. */
  public String checkGatesMarkdown(String model, int version, CheckGatesRequest request) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/gate-checks");
    call.path("model", model).path("version", version).header("Accept", "text/markdown").body(request);
    return send(call, new TypeReference<String>() {});
  }

  /** A value with the ETag of its representation, to be sent as {@code ifMatch} with a change; null where there is none. */
  public record Tagged<T>(T value, String etag) {}

  /** What a read answers, with its ETag: {@code registry.tagged(() -> registry.getModel("m"))}. */
  public <T> Tagged<T> tagged(Supplier<T> read) {
    lastEtag.remove();
    return new Tagged<>(read.get(), lastEtag.get());
  }

  @Override
  protected <T> T send(Call call, TypeReference<T> type) {
    return success(call).read(call, type);
  }

  @Override
  protected <A, B> Either<A, B> sendEither(Call call, TypeReference<A> type, TypeReference<B> otherwise) {
    var answer = success(call);
    return answer.status() == 200
        ? new Either<>(answer.read(call, type), null)
        : new Either<>(null, answer.read(call, otherwise));
  }

  private Answer success(Call call) {
    var answer = sender.success(call);
    lastEtag.set(answer.response().headers().firstValue("ETag").orElse(null));
    return answer;
  }
}
