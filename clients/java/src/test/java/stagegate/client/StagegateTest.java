package stagegate.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stagegate.client.model.CreateModelRequest;
import stagegate.client.model.PredictionJobStatus;
import stagegate.client.model.PredictionTask;
import stagegate.client.model.RequestTransitionRequest;
import stagegate.client.model.SetAliasRequest;
import stagegate.client.model.Stage;
import stagegate.client.model.SubmitPredictionsRequest;
import stagegate.client.model.TransitionStatus;
import stagegate.client.model.UpdateModelRequest;

class StagegateTest {
  private record Seen(String method, String path, String key, String body, String token) {}

  /** A status of 0 breaks the connection. */
  private record Answer(int status, String mediaType, String body, String retryAfter) {
    Answer(int status, String body) {
      this(status, "application/json", body, null);
    }
  }

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** A client of a service that answers request n with the n-th answer, the last one for all that follow. */
  private Stagegate serve(Answer... answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
    var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return new Stagegate(url, "secret", new Retries(3, Duration.ofSeconds(2)), HttpClient.newHttpClient());
  }

  private void answer(HttpExchange exchange, Answer[] answers) throws IOException {
    var headers = exchange.getRequestHeaders();
    var body = new String(exchange.getRequestBody().readAllBytes());
    seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers.getFirst("Idempotency-Key"), body, headers.getFirst("Authorization")));
    var answer = answers[Math.min(seen.size(), answers.length) - 1];
    if (answer.status != 0) {
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType);
      if (answer.retryAfter != null) exchange.getResponseHeaders().set("Retry-After", answer.retryAfter);
      exchange.sendResponseHeaders(answer.status, answer.body.isEmpty() ? -1 : answer.body.getBytes().length);
      exchange.getResponseBody().write(answer.body.getBytes());
    }
    exchange.close();
  }

  private static Answer problem(int status, String code, String retryAfter) {
    var body = "{\"code\":\"" + code + "\",\"status\":" + status + ",\"title\":\"t\",\"detail\":\"d\",\"requestId\":\"r-1\"}";
    return new Answer(status, "application/problem+json; charset=utf-8", body, retryAfter);
  }

  private static final Answer MODEL = new Answer(200, "{\"name\":\"m\",\"fieldOfTomorrow\":1}");
  private static final Answer BROKEN = new Answer(0, "");

  @Test
  void aProblemIsATypedException() throws IOException {
    var registry = serve(problem(404, "MODEL_NOT_FOUND", null));
    var problem = assertThrows(ProblemException.class, () -> registry.getModel("m"));
    assertEquals("MODEL_NOT_FOUND", problem.code());
    assertEquals(404, problem.status());
    assertEquals("r-1", problem.requestId());
    assertTrue(problem.errors().isEmpty());
  }

  @Test
  void aRefusalCarriesItsReportAndIsNotRepeated() throws IOException {
    var body = "{\"code\":\"GATES_REFUSED\",\"gateReport\":{\"verdict\":\"FAIL\",\"rules\":[{\"id\":\"floor\"}]}}";
    var registry = serve(new Answer(422, "application/problem+json", body, null));
    var request = new RequestTransitionRequest().toStage(Stage.PRODUCTION);
    var refusal = assertThrows(GatesRefusedException.class, () -> registry.requestTransition("m", 3, request));
    assertEquals("floor", refusal.gateReport().getRules().get(0).getId());
    assertEquals(List.of("{\"toStage\":\"Production\"}"), seen.stream().map(Seen::body).toList());
  }

  @Test
  void anAnswerThatIsNoProblemDocumentIsAnExceptionToo() throws IOException {
    var registry = serve(new Answer(500, "text/html", "<h1>proxy</h1>", null));
    assertEquals("UNREADABLE", assertThrows(ProblemException.class, () -> registry.getModel("m")).code());
  }

  @Test
  void aPostIsRepeatedWithTheSameKeyAndBody() throws IOException {
    var registry = serve(BROKEN, problem(503, "DATABASE_UNAVAILABLE", "0"), problem(409, "IDEMPOTENCY_KEY_IN_FLIGHT", "0"), MODEL);
    assertEquals("m", registry.createModel(new CreateModelRequest().name("m")).getName());
    assertEquals(1, new HashSet<>(seen).size());
    assertFalse(seen.get(0).key.isEmpty());
    assertEquals("Bearer secret", seen.get(0).token);
  }

  @Test
  void theCallersKeyIsKept() throws IOException {
    serve(MODEL).createModel(new CreateModelRequest().name("m"), "build-17");
    assertEquals("build-17", seen.get(0).key);
  }

  @Test
  void aReadIsRepeatedWhenTheConnectionBrokeOrAProxyFailed() throws IOException {
    assertEquals("m", serve(BROKEN, new Answer(502, "text/html", "", null), MODEL).getModel("m").getName());
  }

  @Test
  void aDeleteIsRepeatedOnlyWhenNothingWasDone() throws IOException {
    serve(problem(429, "SLOW_DOWN", "0"), new Answer(204, "")).deleteModel("m");
    assertEquals(2, seen.size());
    stop();
    seen.clear();
    var registry = serve(problem(503, "DATABASE_UNAVAILABLE", null), BROKEN);
    assertThrows(ProblemException.class, () -> registry.deleteModel("m"));
    assertThrows(UncheckedIOException.class, () -> registry.deleteModel("m"));
    assertEquals(2, seen.size());
  }

  @Test
  void conflictsAndLongWaitsAreNotRepeatedAndNothingForEver() throws IOException {
    var registry =
        serve(
            problem(409, "MODEL_EXISTS", null),
            problem(503, "DATABASE_UNAVAILABLE", "3"),
            problem(429, "SLOW_DOWN", "Fri, 1 Jan 2100 00:00:00 GMT"),
            problem(503, "DATABASE_UNAVAILABLE", "0"));
    for (var asked : List.of(1, 2, 3, 7)) {
      assertThrows(ProblemException.class, () -> registry.getModel("m"));
      assertEquals(asked, seen.size());
    }
  }

  @Test
  void streamsFollowTheCursorAndAskForNoMoreThanIsRead() throws IOException {
    var first = new Answer(200, "{\"items\":[{\"version\":1},{\"version\":2}],\"nextCursor\":\"c+2\"}");
    var registry = serve(first, new Answer(200, "{\"items\":[{\"version\":3}],\"nextCursor\":null}"), first);
    var versions = registry.versions("a b").map(version -> version.getVersion()).toList();
    assertEquals(List.of(1, 2, 3), versions);
    assertEquals("/api/v1/models/a%20b/versions?cursor=c%2B2", seen.get(1).path);
    assertEquals(1, registry.versions("m").findFirst().orElseThrow().getVersion());
    assertEquals(3, seen.size());
  }

  private static Answer events(String next, String... ids) {
    var items = Stream.of(ids).map(id -> "{\"id\":\"" + id + "\"}").collect(Collectors.joining(","));
    return new Answer(200, "{\"items\":[" + items + "],\"nextCursor\":\"" + next + "\"}");
  }

  @Test
  void eventsGoOnFromTheLastOne() throws IOException {
    var away = problem(503, "DATABASE_UNAVAILABLE", "9");
    var registry =
        serve(events("2", "1", "2"), BROKEN, away, new Answer(502, "text/html", "", "9"), events("2"), events("3", "3"), problem(401, "UNAUTHENTICATED", null));
    var ids = new ArrayList<String>();
    var no = assertThrows(ProblemException.class, () -> registry.events("m", null).forEach(event -> ids.add(event.getId())));
    assertEquals("UNAUTHENTICATED", no.code());
    assertEquals(List.of("1", "2", "3"), ids);
    assertEquals("/api/v1/events?model=m", seen.get(0).path);
    assertEquals("/api/v1/events?model=m&cursor=2&waitSeconds=20", seen.get(4).path);
    assertEquals("/api/v1/events?model=m&cursor=3&waitSeconds=20", seen.get(6).path);
    assertEquals(7, seen.size());
  }

  @Test
  void eventsAreReadNoFurtherThanAskedAndAFirstRequestThatFailsIsAnException() throws IOException {
    var registry = serve(events("2", "1", "2"), problem(503, "DATABASE_UNAVAILABLE", "9"));
    assertEquals("1", registry.events(Set.of("t"), null, "now").findFirst().orElseThrow().getId());
    assertEquals("/api/v1/events?type=t&cursor=now", seen.get(0).path);
    assertThrows(ProblemException.class, () -> registry.events(null, "7").findFirst());
    assertEquals(2, seen.size());
  }

  @Test
  void aStatusIsAskedForByItsNameOnTheWire() throws IOException {
    var registry = serve(new Answer(200, "{\"items\":[{\"status\":\"awaiting_approval\"}],\"nextCursor\":null}"));
    var open = registry.transitions(TransitionStatus.AWAITING_APPROVAL).findFirst().orElseThrow();
    assertEquals(TransitionStatus.AWAITING_APPROVAL, open.getStatus());
    assertEquals("/api/v1/transitions?status=awaiting_approval", seen.get(0).path);
  }

  @Test
  void anUploadIsRepeatedAsItWas(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("rows.csv"), "row_id,label\n1,0\n");
    var registry = serve(problem(503, "DATABASE_UNAVAILABLE", "0"), new Answer(202, "{\"status\":\"queued\"}"));
    var job = registry.uploadPredictions("m", 1, new SubmitPredictionsRequest().task(PredictionTask.BINARY), file);
    assertEquals(PredictionJobStatus.QUEUED, job.getStatus());
    assertEquals(1, new HashSet<>(seen).size());
    var boundary = seen.get(0).body.lines().findFirst().orElseThrow();
    assertEquals(
        boundary
            + "\r\nContent-Disposition: form-data; name=\"request\"\r\nContent-Type: application/json\r\n\r\n{\"task\":\"binary\"}\r\n"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + "row_id,label\n1,0\n\r\n"
            + boundary
            + "--\r\n",
        seen.get(0).body);
  }

  @Test
  void absentFieldsAreLeftOutAndANullTagIsSent() throws IOException {
    Map<String, String> tags = new HashMap<>();
    tags.put("owner", null);
    serve(MODEL).updateModel("m", new UpdateModelRequest().tags(tags), "\"1\"");
    assertEquals("{\"tags\":{\"owner\":null}}", seen.get(0).body);
    assertEquals(new UpdateModelRequest().description("a"), new UpdateModelRequest().description("a"));
  }

  @Test
  void aNullThatSaysSomethingIsSentWhenItWasSet() throws IOException {
    var registry = serve(MODEL);
    registry.updateModel("m", new UpdateModelRequest().owner(null).description(null).description("d"));
    registry.requestTransition("m", 1, new RequestTransitionRequest().toStage(Stage.STAGING).reason(null).expectedIncumbent(null));
    assertEquals("{\"description\":\"d\",\"owner\":null}", seen.get(0).body);
    assertEquals("{\"toStage\":\"Staging\",\"expectedIncumbent\":null}", seen.get(1).body);
    assertNotEquals(new UpdateModelRequest(), new UpdateModelRequest().owner(null));
  }

  @Test
  void anAliasThatGoesWithProductionAnswersTheTransitionThatWasAskedFor() throws IOException {
    var registry =
        serve(
            new Answer(202, "{\"id\":\"0197a3c0-0000-7000-8000-000000000000\",\"status\":\"awaiting_approval\"}"),
            new Answer(200, "{\"model\":\"m\",\"alias\":\"blue\",\"version\":1}"));
    var champion = registry.setAlias("m", "champion", new SetAliasRequest().version(1));
    assertNull(champion.value());
    assertEquals(TransitionStatus.AWAITING_APPROVAL, champion.otherwise().getStatus());
    var blue = registry.setAlias("m", "blue", new SetAliasRequest().version(1));
    assertEquals("blue", blue.value().getAlias());
    assertNull(blue.otherwise());
  }

  @Test
  void aNameThatIsNullAsksForNothing() throws IOException {
    var registry = serve(MODEL);
    assertEquals("model", assertThrows(NullPointerException.class, () -> registry.getModel(null)).getMessage());
    assertTrue(seen.isEmpty());
  }

  @Test
  void aTokenIsTakenAsItsFileHoldsItAndNeverTold() throws IOException {
    serve(MODEL);
    var fault = assertThrows(IllegalArgumentException.class, () -> new Stagegate("http://127.0.0.1", "first\nsecond"));
    assertFalse(fault.getMessage().contains("first"));
    new Stagegate("http://127.0.0.1:" + server.getAddress().getPort(), "secret\n").getModel("m");
    assertEquals("Bearer secret", seen.get(0).token);
  }
}
