package stagegate.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stagegate.client.model.CreateModelRequest;
import stagegate.client.model.SubmitPredictionsRequest;

/** Answers that break off, cease, or are none of the service. */
class AnswersTest {
  private static final Duration SOON = Duration.ofMillis(200);
  private static final int MANY_PARTS = 22;

  private interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private record Seen(String method, String path, String key) {}

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A client of a service that answers request n with the n-th answer, the last one for all that follow. */
  private Stagegate serve(Duration timeout, int retries, Answer... answers) {
    if (!seen.isEmpty()) server.removeContext("/");
    seen.clear();
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers.getFirst("Idempotency-Key")));
          try (exchange) {
            answers[Math.min(seen.size(), answers.length) - 1].to(exchange);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    return new Stagegate(url(), "secret", new Retries(retries, Duration.ofSeconds(2)), HttpClient.newHttpClient(), timeout);
  }

  private static Answer respond(int status, String mediaType, String body) {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", mediaType);
      exchange.getResponseHeaders().set("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes().length);
      if (!body.isEmpty()) exchange.getResponseBody().write(body.getBytes());
    };
  }

  /** Writes the parts with a pause before each and then, unless they are many, is silent until the test ends. */
  private Answer speak(Duration pause, String mediaType, String... parts) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", mediaType);
      if (parts.length > 0) exchange.sendResponseHeaders(200, 0);
      for (var part : parts) {
        Thread.sleep(pause.toMillis());
        exchange.getResponseBody().write(part.getBytes());
        exchange.getResponseBody().flush();
      }
      if (parts.length < MANY_PARTS) end.await();
    };
  }

  private static final Answer MODEL = respond(200, "application/json", "{\"name\":\"m\"}");
  private static final Answer EVENTS = respond(200, "application/json", "{\"items\":[],\"nextCursor\":\"2\"}");
  private static final Answer BROKEN =
      exchange -> {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write("{\"name\":".getBytes());
        exchange.getResponseBody().flush();
      };

  @Test
  void anAnswerThatBreaksOffIsRepeatedWithTheSameKey() {
    var registry = serve(Duration.ZERO, 3, BROKEN, BROKEN, MODEL);
    assertEquals("m", registry.createModel(new CreateModelRequest().name("m")).getName());
    assertEquals(3, seen.size());
    assertEquals(1, new HashSet<>(seen).size());
    assertThrows(UncheckedIOException.class, () -> serve(Duration.ZERO, 3, BROKEN).deleteModel("m"));
    assertEquals(1, seen.size());
  }

  @Test
  void aSuccessThatIsNoneOfTheServiceIsUnreadable() {
    for (var answer :
        List.of(
            respond(200, "text/html", "<h1>proxy</h1>"),
            respond(200, "application/json", "<h1>proxy</h1>"),
            respond(200, "application/json", "null"),
            respond(200, "application/json", ""),
            respond(204, "application/json", ""),
            respond(203, "application/json", "{}"))) {
      var registry = serve(Duration.ZERO, 3, answer);
      for (var call :
          List.<Runnable>of(
              () -> registry.getModel("m"),
              () -> registry.createModel(new CreateModelRequest().name("m")),
              () -> registry.models().toList(),
              () -> registry.events(null, null).toList(),
              registry::exportAuditEvents,
              () -> registry.auditExport(null, null, null, false).toList())) {
        seen.clear();
        assertEquals("UNREADABLE", assertThrows(ProblemException.class, call::run).code());
        assertEquals(1, seen.size());
      }
    }
    var page = serve(Duration.ZERO, 3, respond(200, "text/html", "<h1>proxy</h1>"));
    assertEquals("UNREADABLE", assertThrows(ProblemException.class, () -> page.deleteModel("m")).code());
  }

  @Test
  void eventsEndWithAnAnswerThatIsNoneOfTheService() {
    var registry = serve(Duration.ZERO, 0, EVENTS, respond(200, "text/html", "<h1>proxy</h1>"));
    var no = assertThrows(ProblemException.class, () -> registry.events(null, "1").toList());
    assertEquals("UNREADABLE", no.code());
    assertEquals(2, seen.size());
  }

  @Test
  void aProblemThatCannotBeReadIsUnreadable() {
    for (var body : List.of("<h1>", "null", "{}", "[]")) {
      var registry = serve(Duration.ZERO, 0, respond(404, "application/problem+json", body));
      var problem = assertThrows(ProblemException.class, () -> registry.getModel("m"));
      assertEquals("UNREADABLE", problem.code());
      assertEquals(404, problem.status());
    }
  }

  @Test
  void noChangeIsRedirectedAndNoneBecomesARead() {
    for (var follow : HttpClient.Redirect.values())
      for (var status : List.of(301, 302, 303)) {
        serve(Duration.ZERO, 0, respond(status, "text/html", ""), MODEL);
        var http = HttpClient.newBuilder().followRedirects(follow).build();
        var registry = new Stagegate(url(), "secret", Retries.NONE, http);
        var no = assertThrows(ProblemException.class, () -> registry.createModel(new CreateModelRequest().name("m")));
        assertEquals("UNREADABLE", no.code());
      }
  }

  private static void assertSilence(Runnable call) {
    var silence = assertThrows(UncheckedIOException.class, call::run);
    assertInstanceOf(HttpTimeoutException.class, silence.getCause());
    assertEquals("The service was silent for 0.2 s.", silence.getCause().getMessage());
  }

  @Test
  void aServiceThatIsSilentIsNotWaitedForWithoutEnd(@TempDir Path folder) throws IOException {
    assertSilence(() -> serve(SOON, 0, speak(Duration.ZERO, "application/json")).getModel("m"));
    assertSilence(() -> serve(SOON, 0, speak(Duration.ZERO, "application/json", "{\"name\":")).getModel("m"));
    assertSilence(() -> serve(SOON, 0, speak(Duration.ZERO, "application/x-ndjson", "{}\n")).exportAuditEvents());
    assertSilence(
        () -> serve(SOON, 0, speak(Duration.ZERO, "application/x-ndjson", "{}\n")).auditExport(null, null, null, false).toList());
    var file = Files.writeString(folder.resolve("rows.csv"), "row_id,label\n1,0\n".repeat(1_000_000));
    var upload = new SubmitPredictionsRequest();
    // It reads nothing of the file.
    assertSilence(() -> serve(SOON, 0, exchange -> end.await()).uploadPredictions("m", 1, upload, file));
    var readAll = speak(Duration.ZERO, "application/json");
    Answer afterIt =
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          readAll.to(exchange);
        };
    assertSilence(() -> serve(SOON, 0, afterIt).uploadPredictions("m", 1, upload, file));
  }

  @Test
  void aSilentServiceIsAskedAgain() {
    var registry = serve(SOON, 3, speak(Duration.ZERO, "application/json", "{\"name\":"), MODEL);
    assertEquals("m", registry.createModel(new CreateModelRequest().name("m")).getName());
    assertEquals(1, new HashSet<>(seen).size());
  }

  @Test
  void anAnswerMayTakeLongerThanTheTimeout() {
    var parts = new String[MANY_PARTS];
    for (int at = 0; at < MANY_PARTS; at += 1) parts[at] = at < MANY_PARTS - 1 ? " " : "{\"valid\":true}";
    var timeout = Duration.ofSeconds(10);
    assertTrue(serve(timeout, 0, speak(timeout.dividedBy(20), "application/json", parts)).verifyAuditEvents().getValid());
  }

  @Test
  void anExportIsReadAsItComes() {
    var begun = speak(Duration.ZERO, "application/x-ndjson", "{\"sequence\":7}\n", "{\"seq");
    try (var events = serve(Duration.ZERO, 0, begun).auditExport("m", 6L, 9L, true)) {
      assertEquals(7, events.findFirst().orElseThrow().getSequence());
    }
    assertEquals("/api/v1/audit-events/export?model=m&after=6&through=9&include=evidence", seen.get(0).path);
    var whole = serve(Duration.ZERO, 0, respond(200, "application/x-ndjson", "{\"sequence\":7}\n{\"sequence\":8}\n"));
    try (var events = whole.auditExport(null, null, null, false)) {
      assertEquals(List.of(7L, 8L), events.map(event -> event.getSequence()).toList());
    }
  }

  @Test
  void eventsAreAskedForWithAPauseWhereTheServiceDoesNotWait() {
    var registry = serve(Duration.ofSeconds(6), 0, EVENTS, EVENTS, EVENTS, respond(401, "text/html", ""));
    var began = System.nanoTime();
    assertThrows(ProblemException.class, () -> registry.events(null, "1").toList());
    assertTrue(System.nanoTime() - began >= Duration.ofSeconds(2).toNanos());
    assertEquals("/api/v1/events?cursor=2&waitSeconds=3", seen.get(1).path);
  }

  @Test
  void anAddressMayEndWithThePathOfTheApi() {
    for (var ending : List.of("", "/", "///", "/api/v1", "/api/v1/", "//api/v1//")) {
      serve(Duration.ZERO, 0, MODEL);
      new Stagegate(url() + ending, "secret").getModel("m");
      assertEquals("/api/v1/models/m", seen.get(0).path);
    }
    new Stagegate(url() + "/registry/api/v1", "secret").getModel("m");
    assertEquals("/registry/api/v1/models/m", seen.get(1).path);
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (var address :
        List.of("", "/", "registry.example", "127.0.0.1:3000", "//registry.example", "ftp://ann:hidden@registry.example", "http://", "http:///api/v1", "http://a b")) {
      var fault = assertThrows(IllegalArgumentException.class, () -> new Stagegate(address, "secret"));
      assertTrue(fault.getMessage().endsWith("it begins with https:// or http://."), fault.getMessage());
      assertFalse(fault.getMessage().contains("hidden"));
    }
  }
}
