package stagegate.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Set;
import stagegate.client.model.TransitionProblemResponse;

/** An answer with its text or, where a stream was asked for, with what is still to be read of it. */
record Answer(HttpResponse<?> response, String body, InputStream stream) {
  private static final Set<Integer> WITH_VALUE = Set.of(200, 201, 202);
  private static final String LINES = "application/x-ndjson";
  private static final int EXCERPT = 200;

  int status() {
    return response.statusCode();
  }

  /** Throws what the answer is unless it is a success; a redirect is none, and neither is one that made a read of a change. */
  Answer orThrow(Call call) {
    if (status() >= 400) throw problem();
    var isSuccess = status() == 204 || WITH_VALUE.contains(status());
    if (!isSuccess || !response.request().method().equals(call.method)) throw unreadable();
    if (call.isStreamed && stream == null) throw unreadable();
    return this;
  }

  <T> T readLine(String line, TypeReference<T> type) {
    return Json.read(line, type).orElseThrow(this::unreadable);
  }

  /** The value of a success; throws a {@link ProblemException} for what is none of the service, such as the page of a proxy. */
  @SuppressWarnings("unchecked")
  <T> T read(Call call, TypeReference<T> type) {
    if (type.getType() == Void.class) {
      if (status() != 204) throw unreadable();
      return null;
    }
    if (!WITH_VALUE.contains(status())) throw unreadable();
    if (type.getType() != String.class) return Json.read(body, type).orElseThrow(this::unreadable);
    if (!mediaType().equals(call.headers.getOrDefault("Accept", LINES))) throw unreadable();
    return (T) body;
  }

  private ProblemException problem() {
    if (!mediaType().equals("application/problem+json")) return unreadable();
    var read = Json.read(body, new TypeReference<TransitionProblemResponse>() {});
    var document = read.filter(one -> one.getCode() != null).orElseThrow(this::unreadable);
    return "GATES_REFUSED".equals(document.getCode()) && document.getGateReport() != null
        ? new GatesRefusedException(status(), document)
        : new ProblemException(status(), document);
  }

  private ProblemException unreadable() {
    var start = body.substring(0, Math.min(EXCERPT, body.length()));
    return new ProblemException(status(), new TransitionProblemResponse().code("UNREADABLE").detail(start));
  }

  private String mediaType() {
    return mediaType(response);
  }

  static boolean isLines(HttpResponse<?> response) {
    return response.statusCode() == 200 && mediaType(response).equals(LINES);
  }

  private static String mediaType(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
  }
}
