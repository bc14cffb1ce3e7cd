package org.dramatis.http.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.dramatis.settings.Settings;
import org.dramatis.settings.Settings.LogTarget;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every request once, when it is over: also of those that were broken off and of those
 * that the container refused by itself. Writes a line of each, and a second one with the text of
 * each slow query; and tells somebody else.
 */
public final class RequestJournal implements RequestLog, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RequestJournal.class);

  private static final int MOST_OF_A_PATH = 300;
  private static final int MOST_OF_A_DETAIL = 300;
  private static final int MOST_OF_A_QUERY = 4000;
  private static final long NANOS_IN_A_MICROSECOND = 1000;

  private final Settings.Logs settings;
  private final Optional<LogWriter> writer;
  private final Consumer<CompletedRequest> other;

  private RequestJournal(
      Settings.Logs settings, Optional<LogWriter> writer, Consumer<CompletedRequest> other) {
    this.settings = settings;
    this.writer = writer;
    this.other = other;
  }

  /** A journal that tells somebody else too. */
  public static RequestJournal open(Settings.Logs settings, Consumer<CompletedRequest> other)
      throws IOException {
    Optional<LogWriter> writer =
        stream(settings.target())
            .map(out ->
                new LogWriter(
                    out,
                    lost ->
                        new LogLine(settings.format(), Instant.now(), "lines-lost")
                            .bare("number", lost)
                            .end(),
                    LOG::warn));
    return new RequestJournal(settings, writer, other);
  }

  private static Optional<OutputStream> stream(LogTarget target) throws IOException {
    return switch (target) {
      case LogTarget.None() -> Optional.empty();
      case LogTarget.StandardError() -> Optional.of(new StandardErrorStream());
      case LogTarget.File(Path file) ->
          Optional.of(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    };
  }

  /** Leaves standard error open for whatever else is to be said. */
  private static final class StandardErrorStream extends OutputStream {

    @Override
    public void write(int b) {
      System.err.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      System.err.write(bytes, offset, length);
      System.err.flush();
    }
  }

  @Override
  public void log(Request request, Response response) {
    CompletedRequest completed = CompletedRequest.of(request, response);
    writer.ifPresent(to -> write(completed, to));
    other.accept(completed);
  }

  /** How many lines could not be written. */
  public long lost() {
    return writer.map(LogWriter::lost).orElse(0L);
  }

  private void write(CompletedRequest request, LogWriter to) {
    to.write(line(request));
    boolean slow =
        settings.slowQuery().isPositive() && request.took().compareTo(settings.slowQuery()) >= 0;
    if (slow && request.query().isPresent()) {
      to.write(slowQuery(request, request.query().get()));
    }
  }

  private String line(CompletedRequest request) {
    LogLine line = begin("request", request);
    line.text("client", request.client(), MOST_OF_A_PATH);
    request.method().ifPresent(method -> line.text("method", method, MOST_OF_A_PATH));
    request.path().ifPresent(path -> line.text("path", path, MOST_OF_A_PATH));
    line.bare("status", request.status())
        .bare("ms", milliseconds(request))
        .bare("bytes", request.bytes())
        .text("outcome", request.outcome().word());
    request.digest().ifPresent(digest -> line.text("query", digest));
    request.rows().ifPresent(rows -> line.bare("rows", rows));
    request.version().ifPresent(version -> line.bare("version", version));
    request.fromCache().ifPresent(hit -> line.text("cache", hit ? "hit" : "miss"));
    request.reason().ifPresent(reason -> line.text("reason", reason));
    request.detail().ifPresent(detail -> line.text("detail", detail, MOST_OF_A_DETAIL));
    return line.end();
  }

  private String slowQuery(CompletedRequest request, String query) {
    LogLine line = begin("slow-query", request).bare("ms", milliseconds(request));
    request.digest().ifPresent(digest -> line.text("query", digest));
    return line.text("text", query, MOST_OF_A_QUERY).end();
  }

  private LogLine begin(String event, CompletedRequest request) {
    return new LogLine(settings.format(), request.ended(), event).text("id", request.id());
  }

  private static String milliseconds(CompletedRequest request) {
    long micros = request.took().toNanos() / NANOS_IN_A_MICROSECOND;
    String fraction = Long.toString(1000 + micros % 1000).substring(1);
    return micros / 1000 + "." + fraction;
  }

  @Override
  public void close() {
    writer.ifPresent(LogWriter::close);
  }
}
