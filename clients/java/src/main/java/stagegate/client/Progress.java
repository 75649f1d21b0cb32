package stagegate.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** When a part of a request's body was last taken to be sent; a request without parts was all sent when it began. */
final class Progress {
  private volatile long last = System.nanoTime();

  Duration sinceLast() {
    return Duration.ofNanos(System.nanoTime() - last);
  }

  /** The same body, whose parts are noted as they are taken. */
  BodyPublisher of(BodyPublisher body) {
    return new BodyPublisher() {
      @Override
      public long contentLength() {
        return body.contentLength();
      }

      @Override
      public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(noting(subscriber));
      }
    };
  }

  private Subscriber<ByteBuffer> noting(Subscriber<? super ByteBuffer> subscriber) {
    return new Subscriber<>() {
      @Override
      public void onSubscribe(Subscription subscription) {
        subscriber.onSubscribe(subscription);
      }

      @Override
      public void onNext(ByteBuffer part) {
        last = System.nanoTime();
        subscriber.onNext(part);
      }

      @Override
      public void onError(Throwable broken) {
        subscriber.onError(broken);
      }

      @Override
      public void onComplete() {
        subscriber.onComplete();
      }
    };
  }
}
