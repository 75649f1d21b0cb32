package stagegate.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import stagegate.client.model.TransitionProblemResponse;
import stagegate.client.model.TransitionResponse;
import stagegate.client.model.TransitionStatus;
import stagegate.client.model.VersionPage;
import stagegate.client.model.VersionResponse;

/**
 * A client of one service for the holder of one token, safe for use by many threads. It has one method per operation of
 * the API. An answer of 400 or above is a {@link ProblemException}, a broken connection an {@link UncheckedIOException}.
 */
public final class Stagegate extends OperationsApi {
  /** Version of this client; it follows the version of the service. */
  public static final String VERSION = "0.1.0";

  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final Duration JOB_INTERVAL = Duration.ofMillis(500);

  private final URI url;
  private final String token;
  private final Retries retries;
  private final HttpClient http;
  private final ThreadLocal<String> lastEtag = new ThreadLocal<>();

  /** A client of the service at url, such as http://127.0.0.1:3000. */
  public Stagegate(String url, String token) {
    this(url, token, Retries.DEFAULT, HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build());
  }

  public Stagegate(String url, String token, Retries retries, HttpClient http) {
    this.url = URI.create(url.replaceAll("/+$", ""));
    this.token = sendable(token);
    this.retries = retries;
    this.http = http;
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
    return Pages.stream(
        last ->
            last == null
                ? listEvents(types, model, null, cursor, null, null)
                : Persistence.read(() -> listEvents(types, model, null, last, null, Persistence.EVENT_WAIT_SECONDS)),
        EventPage::getItems,
        EventPage::getNextCursor);
  }

  /** Sends a file of predictions (Parquet, CSV or NDJSON) to be measured, and answers the job that measures it. */
  public PredictionJobResponse uploadPredictions(String model, int version, SubmitPredictionsRequest request, Path file) {
    var call = new Call("POST", "/api/v1/models/{model}/versions/{version}/evaluations/from-predictions");
    call.path("model", model).path("version", version).body(new Upload(request, file));
    return send(call, new TypeReference<PredictionJobResponse>() {});
  }

  /** Waits until a job has ended, however it ended: its status tells. */
  public PredictionJobResponse predictionJobEnd(UUID id) {
    for (; ; pause(JOB_INTERVAL)) {
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

  /** A token as its file holds it; the platform's own fault for one that no header takes would tell it. */
  private static String sendable(String token) {
    var stripped = token.strip();
    if (stripped.chars().anyMatch(character -> character <= ' ' || character >= 127))
      throw new IllegalArgumentException("The token holds a character that no token has.");
    return stripped;
  }

  @Override
  protected <T> T send(Call call, TypeReference<T> type) {
    return read(success(call), type);
  }

  @Override
  protected <A, B> Either<A, B> sendEither(Call call, TypeReference<A> type, TypeReference<B> otherwise) {
    var answer = success(call);
    return answer.statusCode() == 200
        ? new Either<>(read(answer, type), null)
        : new Either<>(null, read(answer, otherwise));
  }

  private HttpResponse<String> success(Call call) {
    var answer = answered(call.method, request(call));
    if (answer.statusCode() >= 400) throw problem(answer);
    lastEtag.set(answer.headers().firstValue("ETag").orElse(null));
    return answer;
  }

  private static <T> T read(HttpResponse<String> answer, TypeReference<T> type) {
    if (type.getType() == Void.class) return null;
    if (type.getType() == String.class) {
      @SuppressWarnings("unchecked")
      var text = (T) answer.body();
      return text;
    }
    return Json.read(answer.body(), type);
  }

  private HttpRequest request(Call call) {
    var request =
        HttpRequest.newBuilder(URI.create(url + call.pathAndQuery()))
            .header("Authorization", "Bearer " + token)
            .header("User-Agent", "stagegate-java/" + VERSION);
    if (call.method.equals("POST")) call.headers.putIfAbsent("Idempotency-Key", UUID.randomUUID().toString());
    call.headers.forEach(request::header);
    if (call.body instanceof Upload upload)
      return request.header("Content-Type", upload.contentType()).method(call.method, upload.body()).build();
    request.timeout(TIMEOUT);
    if (call.body == null) return request.method(call.method, BodyPublishers.noBody()).build();
    request.header("Content-Type", "application/json");
    return request.method(call.method, BodyPublishers.ofString(Json.write(call.body))).build();
  }

  /** Sends the request until an answer is worth having. */
  private HttpResponse<String> answered(String method, HttpRequest request) {
    for (var attempt = 0; ; attempt++) {
      try {
        var answer = http.send(request, BodyHandlers.ofString());
        var wait = retries.afterAnswer(method, answer, attempt);
        if (wait.isEmpty()) return answer;
        pause(wait.get());
      } catch (IOException broken) {
        pause(retries.afterFault(method, attempt).orElseThrow(() -> new UncheckedIOException(broken)));
      } catch (InterruptedException interrupted) {
        throw interruption(interrupted);
      }
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      throw interruption(interrupted);
    }
  }

  private static UncheckedIOException interruption(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new UncheckedIOException(new InterruptedIOException(interrupted.getMessage()));
  }

  private static ProblemException problem(HttpResponse<String> answer) {
    var status = answer.statusCode();
    if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
      var start = answer.body().substring(0, Math.min(200, answer.body().length()));
      return new ProblemException(status, new TransitionProblemResponse().code("UNREADABLE").detail(start));
    }
    var document = Json.read(answer.body(), new TypeReference<TransitionProblemResponse>() {});
    return "GATES_REFUSED".equals(document.getCode()) && document.getGateReport() != null
        ? new GatesRefusedException(status, document)
        : new ProblemException(status, document);
  }
}
