package org.dramatis.http.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.dramatis.feed.Feed;
import org.dramatis.feed.JsonLine;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.SpooledBody;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.log.Entry;
import org.dramatis.query.budget.Budget;

/**
 * A page of changes on its way to a client. A version is never cut, so that there is no bound for
 * what is sent; what is held at once is bounded.
 *
 * @param form how it is written
 * @param budget what it may use
 * @param delivery where it goes
 */
record FeedAnswer(Feed feed, Feed.Page page, FeedForm form, Budget budget, Delivery delivery) {

  private static final int HELD_BACK = 1 << 20;

  /** Statements that take more than this are better read as a patch, which is read as it comes. */
  private static final JsonLine LINES = new JsonLine(1 << 20);

  /** The page as it is sent, or nothing if it was too large to be held back and has been sent. */
  Optional<StoredAnswer> write(Map<String, String> headers) throws IOException {
    SpooledBody body = new SpooledBody(HELD_BACK, Long.MAX_VALUE, budget, delivery.stream(headers));
    try (Stream<Entry> entries = feed.entries(page)) {
      entries.forEach(entry -> write(entry, body));
      return body.complete()
          .map(bytes -> new StoredAnswer(page.last(), headers, OptionalLong.empty(), bytes));
    } catch (UncheckedIOException | RuntimeIOException failed) {
      if (body.lost().isPresent()) {
        throw new IOException("the client took no more", failed);
      }
      throw failed;
    }
  }

  private void write(Entry entry, OutputStream out) {
    try {
      switch (form) {
        case PATCH, TEXT -> entry.write(out);
        case JSON_LINES -> out.write((LINES.of(entry) + '\n').getBytes(StandardCharsets.UTF_8));
        case EVENTS, TURTLE, JSON_LD, NTRIPLES, PAGE ->
            throw new IllegalArgumentException(form.mediaType());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
