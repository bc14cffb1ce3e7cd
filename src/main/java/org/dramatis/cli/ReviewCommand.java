package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.dramatis.link.match.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a linking left to a person, and keeps the decisions. */
@Command(
    name = "review",
    description = {
      "Lists the pairs of a review by link that are open, and accepts or rejects them by number.",
      "The next run of link with this review follows the decisions."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ReviewCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "REVIEW", description = "The file that link wrote with --review.")
  private Path file = Path.of("");

  @Option(
      names = "--accept",
      split = ",",
      paramLabel = "N",
      description = "The two are one; several numbers with commas.")
  private List<Integer> accept = List.of();

  @Option(names = "--reject", split = ",", paramLabel = "N", description = "The two are not one.")
  private List<Integer> reject = List.of();

  @Option(names = "--reopen", split = ",", paramLabel = "N", description = "Takes a decision back.")
  private List<Integer> reopen = List.of();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides, for the record; by default operator.")
  private String by = "operator";

  ReviewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Review review = ReviewFiles.read(file);
    if (accept.isEmpty() && reject.isEmpty() && reopen.isEmpty()) {
      list(review);
      return 0;
    }
    check(review);
    ReviewFiles.write(
        file,
        review
            .decide(new TreeSet<>(accept), Review.Decision.ACCEPTED, by)
            .decide(new TreeSet<>(reject), Review.Decision.REJECTED, by)
            .decide(new TreeSet<>(reopen), Review.Decision.OPEN, ""));
    console
        .out()
        .printf(
            "%d accepted, %d rejected, %d reopened%n", accept.size(), reject.size(), reopen.size());
    return 0;
  }

  private void check(Review review) {
    Set<Integer> seen = new TreeSet<>();
    for (List<Integer> numbers : List.of(accept, reject, reopen)) {
      for (int number : numbers) {
        if (number < 1 || number > review.rows().size()) {
          throw CommandFailedException.misuse(
              "there is no pair %d; the review has %d".formatted(number, review.rows().size()));
        }
        if (!seen.add(number)) {
          throw CommandFailedException.misuse("pair %d is named twice".formatted(number));
        }
      }
    }
  }

  private void list(Review review) {
    int open = 0;
    for (int i = 0; i < review.rows().size(); i++) {
      Review.Row row = review.rows().get(i);
      if (row.decision() == Review.Decision.OPEN) {
        open++;
        console
            .out()
            .printf(
                Locale.ROOT,
                "%d  %.2f  “%s” %s%n         “%s” %s%n         %s%n",
                i + 1,
                row.score(),
                row.fromName(),
                row.from(),
                row.toName(),
                row.to(),
                row.evidence());
      }
    }
    console.out().printf("%d of %d open%n", open, review.rows().size());
  }
}
