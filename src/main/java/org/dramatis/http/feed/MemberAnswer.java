package org.dramatis.http.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.atlas.RuntimeIOException;
import org.dramatis.feed.MemberPage;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.SpooledBody;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;

/**
 * A page of an event stream on its way to a client.
 *
 * @param page what is sent
 * @param versions where versions are opened
 * @param budget what it may use
 * @param delivery where it goes
 */
record MemberAnswer(MemberPage page, DataVersions versions, Budget budget, Delivery delivery) {

  private static final int HELD_BACK = 4 << 20;

  /** The page as it is sent, or nothing if it was too large to be held back and has been sent. */
  Optional<StoredAnswer> write(MemberPage.Syntax syntax, Map<String, String> headers)
      throws IOException, QueryFailedException, RequestRefusedException {
    SpooledBody body = new SpooledBody(HELD_BACK, Long.MAX_VALUE, budget, delivery.stream(headers));
    Files.createDirectories(page.scratch());
    try {
      page.<QueryFailedException, RequestRefusedException>write(
          version -> versions.open(version, budget), budget::check, syntax, body);
      Version last = page.page().last();
      return body.complete()
          .map(bytes -> new StoredAnswer(last, headers, OptionalLong.empty(), bytes));
    } catch (RuntimeIOException failed) {
      if (body.lost().isPresent()) {
        throw new IOException("the client took no more", failed);
      }
      throw failed;
    }
  }
}
