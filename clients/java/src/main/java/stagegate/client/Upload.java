package stagegate.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** A request and a file as multipart/form-data; the file is read as it is sent, again for each attempt. */
record Upload(String request, Path file, String boundary) {
  Upload(Object request, Path file) {
    this(Json.write(request), file, UUID.randomUUID().toString());
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    var name = file.getFileName().toString().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    var start =
        part("name=\"request\"", "application/json")
            + request
            + "\r\n"
            + part("name=\"file\"; filename=\"" + name + "\"", "application/octet-stream");
    try {
      return BodyPublishers.concat(text(start), BodyPublishers.ofFile(file), text("\r\n--" + boundary + "--\r\n"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private String part(String names, String mediaType) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + names + "\r\nContent-Type: " + mediaType + "\r\n\r\n";
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
