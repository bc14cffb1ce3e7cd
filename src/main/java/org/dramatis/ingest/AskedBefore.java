package org.dramatis.ingest;

import java.util.List;
import java.util.Optional;
import org.dramatis.log.Heading;
import org.dramatis.log.Receipt;
import org.dramatis.log.Receipts;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/**
 * What became of what is asked for once more.
 *
 * @param receipts what the log knows of it
 */
record AskedBefore(Receipts receipts) {

  /** What became of it when it was asked for before, if it was. */
  Optional<Ingest.Result> result(Writer writer, String place) {
    return writer
        .once()
        .flatMap(once -> receipts.find(once.key()).map(first -> result(once, first, place)));
  }

  private static Ingest.Result result(Once once, Heading first, String place) {
    Receipt receipt = first.receipt().orElseThrow();
    return receipt.request().equals(once.request())
        ? new Ingest.Result.Repeated(first.version(), receipt.answer())
        : new Ingest.Result.Refused(
            List.of(new Problem.AnotherRequest(Place.of(place), first.version())));
  }
}
