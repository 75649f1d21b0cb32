package stagegate.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Sends calls to one service for the holder of one token, until an answer is worth having. */
record Sender(URI url, String token, Retries retries, HttpClient http, Listener listener) {
  Sender(String url, String token, Retries retries, HttpClient http, Duration timeout) {
    this(address(url), sendable(token), retries, http, new Listener(timeout));
  }

  /** The answer of a success, of another the exception that it is. */
  Answer success(Call call) {
    if (call.method.equals("POST")) call.headers.putIfAbsent("Idempotency-Key", UUID.randomUUID().toString());
    for (var attempt = 0; ; attempt++) {
      try {
        var answer = attempt(call);
        var wait = retries.afterAnswer(call.method, answer.response(), attempt);
        if (wait.isEmpty()) return answer.orThrow(call);
        pause(wait.get());
      } catch (IOException broken) {
        pause(retries.afterFault(call.method, attempt).orElseThrow(() -> new UncheckedIOException(broken)));
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

  /** Reads the answer to its end, so that one that breaks off is asked for again, too; a stream is left to who asked for it. */
  private Answer attempt(Call call) throws IOException, InterruptedException {
    var sent = new Progress();
    var response = listener.answer(http, request(call, sent), sent);
    var body = listener.listeningTo(response.body());
    if (call.isStreamed && Answer.isLines(response)) return new Answer(response, "", body);
    try (body) {
      return new Answer(response, new String(body.readAllBytes(), StandardCharsets.UTF_8), null);
    }
  }

  private HttpRequest request(Call call, Progress sent) {
    var request =
        HttpRequest.newBuilder(URI.create(url + call.pathAndQuery()))
            .header("Authorization", "Bearer " + token)
            .header("User-Agent", "stagegate-java/" + Stagegate.VERSION);
    call.headers.forEach(request::header);
    if (call.body instanceof Upload upload) request.header("Content-Type", upload.contentType());
    else if (call.body != null) request.header("Content-Type", "application/json");
    return request.method(call.method, sent.of(body(call))).build();
  }

  private static BodyPublisher body(Call call) {
    if (call.body == null) return BodyPublishers.noBody();
    return call.body instanceof Upload upload ? upload.body() : BodyPublishers.ofString(Json.write(call.body));
  }

  private static UncheckedIOException interruption(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new UncheckedIOException(new InterruptedIOException(interrupted.getMessage()));
  }

  /** An address without the path that every operation begins with; who copies it out of a request has it at the end. */
  private static URI address(String given) {
    var address = given.strip().replaceAll("/+$", "").replaceAll("/api/v1$", "").replaceAll("/+$", "");
    try {
      var uri = new URI(address);
      if (address.matches("(?i)https?://.*") && uri.getHost() != null) return uri;
    } catch (URISyntaxException none) {
      // As any other that is none.
    }
    // A name and password for a proxy are secrets.
    var told = given.replaceAll("^(\\w+://)?[^/]*@", "$1");
    throw new IllegalArgumentException("'" + told + "' is no address of a service: it begins with https:// or http://.");
  }

  /** A token as its file holds it; the platform's own fault for one that no header takes would tell it. */
  private static String sendable(String token) {
    var stripped = token.strip();
    if (stripped.chars().anyMatch(character -> character <= ' ' || character >= 127))
      throw new IllegalArgumentException("The token holds a character that no token has.");
    return stripped;
  }

  @Override
  public String toString() {
    return "Sender[" + url.getHost() + "]";
  }
}
