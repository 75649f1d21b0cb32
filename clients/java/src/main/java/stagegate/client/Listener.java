package stagegate.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a request when the service is silent for longer than the limit, before an answer or within it; zero is for ever. */
record Listener(Duration limit) {
  private static final Duration LONGEST = Duration.ofDays(365);

  Listener {
    if (limit.isNegative()) throw new IllegalArgumentException("A timeout of " + limit + " is none.");
    if (limit.isZero() || limit.compareTo(LONGEST) > 0) limit = LONGEST;
  }

  /** The answer, whose body is listened to as it is read. A part of an upload that is taken from it is a sign of life. */
  HttpResponse<InputStream> answer(HttpClient http, HttpRequest request, Progress sent) throws IOException, InterruptedException {
    var answer = http.sendAsync(request, BodyHandlers.ofInputStream());
    try {
      for (; ; ) {
        try {
          return answer.get(limit.minus(sent.sinceLast()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
          if (sent.sinceLast().compareTo(limit) >= 0) throw silence();
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException broken) throw broken;
      throw new IOException(failed.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** The body of an answer, each part of which is waited for as long as the limit. */
  InputStream listeningTo(InputStream body) {
    return new Heard(body);
  }

  private HttpTimeoutException silence() {
    return new HttpTimeoutException("The service was silent for " + limit.toMillis() / 1000.0 + " s.");
  }

  private final class Heard extends InputStream {
    private final InputStream body;
    private volatile boolean isLost;

    Heard(InputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var watch = new CompletableFuture<Void>().completeOnTimeout(null, limit.toNanos(), TimeUnit.NANOSECONDS);
      watch.thenRun(this::giveUp);
      try {
        var count = body.read(bytes, offset, length);
        if (isLost) throw silence();
        return count;
      } catch (IOException broken) {
        throw isLost ? silence() : broken;
      } finally {
        watch.cancel(false);
      }
    }

    @Override
    public void close() throws IOException {
      body.close();
    }

    private void giveUp() {
      isLost = true;
      try {
        body.close();
      } catch (IOException alreadyBroken) {
        // The reader is told of the silence.
      }
    }
  }
}
