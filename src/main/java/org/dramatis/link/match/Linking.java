package org.dramatis.link.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.dramatis.link.match.Match.Method;

/**
 * Links one set of data to another: by identifiers first, then by weighing what is known. What is
 * linked helps in further rounds to link what belongs to it. Only the best of both for each other
 * are linked, and only if no other comes near.
 */
public final class Linking {

  /**
   * What came of it.
   *
   * @param links in the order of the data that was linked
   * @param review what a person should look at, the likeliest first
   * @param quarantined what contradicts itself
   */
  public record Result(List<Match> links, List<Match> review, List<Quarantine> quarantined) {}

  private static final double REVIEWED = Math.log(0.25 / 0.75) / Math.log(2);

  /** A rival whose odds are not worse than a quarter leaves both to a person. */
  private static final double APART = 2;

  private static final int ROUNDS = 5;

  private final Dataset from;
  private final Dataset to;
  private final Decisions decisions;
  private final double least;
  private final Crosswalk crosswalk;
  private final int[] links;
  private final boolean[] taken;
  private final List<Match> found = new ArrayList<>();
  private final Profiles one;
  private final Profiles other;
  private final Remaining remaining;

  private Linking(Dataset from, Dataset to, Decisions decisions, double threshold) {
    this.from = from;
    this.to = to;
    this.decisions = decisions;
    this.least = Math.log(threshold / (1 - threshold)) / Math.log(2);
    this.crosswalk = Crosswalk.of(from, to);
    this.links = new int[from.entities().size()];
    this.taken = new boolean[to.entities().size()];
    this.one = Profiles.of(from);
    this.other = Profiles.of(to);
    this.remaining = new Remaining(other);
    Arrays.fill(links, -1);
  }

  /**
   * Links.
   *
   * @param decisions what persons have said already
   * @param threshold how likely it has to be, between 0 and 1, for a link that nobody looks at
   */
  public static Result link(
      Dataset from, Dataset to, Decisions decisions, double threshold, Progress progress)
      throws IOException {
    return new Linking(from, to, decisions, threshold).link(progress);
  }

  private Result link(Progress progress) throws IOException {
    accepted();
    identified();
    Comparison comparison = new Comparison(one, other, remaining, links);
    Path folder = Files.createTempDirectory("dramatis-link-");
    List<Match> review = List.of();
    try (Blocks blocks = new Blocks(one, other, comparison.usual(), folder, progress)) {
      Rounds rounds = new Rounds(blocks, comparison, this::mayBe, links);
      int[] asked = unlinked();
      for (int round = 1; round <= ROUNDS && asked.length > 0; round++) {
        rounds.weigh(asked, "round " + round, progress);
        int before = found.size();
        link(rounds, comparison);
        if (found.size() == before) {
          break;
        }
        asked = Arrays.stream(unlinked()).filter(each -> mayHaveChanged(each, rounds)).toArray();
      }
      review = review(rounds, comparison);
    } finally {
      PathUtils.deleteDirectory(folder);
    }
    found.sort(Comparator.comparing(match -> match.from().iri()));
    return new Result(List.copyOf(found), review, crosswalk.quarantined());
  }

  /** What a person has accepted is so, whatever else is known. */
  private void accepted() {
    Map<String, Integer> numbers = decisions.numbers(to.entities());
    for (int i = 0; i < links.length; i++) {
      Entity entity = from.entities().get(i);
      List<Integer> chosen =
          decisions.accepted(entity.iri()).stream()
              .filter(numbers::containsKey)
              .map(numbers::get)
              .toList();
      for (int target : chosen) {
        add(i, target, Method.PERSON, 1, List.of("accepted in the review"));
      }
    }
  }

  private void identified() {
    for (Crosswalk.Pair pair : crosswalk.pairs()) {
      if (links[pair.from()] < 0 && !taken[pair.to()] && isOpen(pair.from(), pair.to())) {
        add(
            pair.from(),
            pair.to(),
            Method.IDENTIFIER,
            1,
            pair.shared().stream().map(id -> id.scheme() + " " + id.value()).toList());
      }
    }
  }

  private void add(int one, int other, Method method, double score, List<String> evidence) {
    links[one] = other;
    if (!taken[other]) {
      taken[other] = true;
      remaining.take(other);
    }
    found.add(
        new Match(from.entities().get(one), to.entities().get(other), method, score, evidence));
  }

  private boolean isOpen(int one, int other) {
    return !decisions.isRejected(from.entities().get(one).iri(), to.entities().get(other).iri());
  }

  private boolean mayBe(int one, int other) {
    return !taken[other] && !crosswalk.isSetAsideTo(other) && isOpen(one, other);
  }

  private int[] unlinked() {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < links.length; i++) {
      if (links[i] < 0 && !crosswalk.isSetAsideFrom(i)) {
        open.add(i);
      }
    }
    return open.stream().mapToInt(each -> each).toArray();
  }

  /** With every link fewer are left to choose from, which tips what is likely already. */
  private boolean mayHaveChanged(int entity, Rounds rounds) {
    return rounds.hasLost(entity)
        || rounds.candidates(entity).stream().anyMatch(each -> each.bits() >= REVIEWED)
        || hasLinked(one.get(entity));
  }

  private boolean hasLinked(Profile profile) {
    return Stream.concat(profile.whole().stream(), profile.related().stream())
        .flatMap(neighbour -> Profiles.number(neighbour).stream())
        .anyMatch(neighbour -> links[neighbour] >= 0);
  }

  private void link(Rounds rounds, Comparison comparison) {
    List<Rounds.Best> sure =
        rounds.mutual(taken.length).stream()
            .filter(best -> best.bits() >= least && best.lead() >= APART)
            .toList();
    // All are scored before any is linked, so that the order of the data does not matter.
    List<Score> scores = sure.stream().map(best -> comparison.of(best.from(), best.to())).toList();
    for (int i = 0; i < sure.size(); i++) {
      Score score = scores.get(i);
      add(
          sure.get(i).from(),
          sure.get(i).to(),
          Method.WEIGHED,
          score.probability(),
          score.evidence());
    }
  }

  private List<Match> review(Rounds rounds, Comparison comparison) {
    List<Match> review = new ArrayList<>();
    for (int one : unlinked()) {
      for (Rounds.Candidate candidate : rounds.candidates(one)) {
        if (candidate.bits() >= REVIEWED && mayBe(one, candidate.to())) {
          Score score = comparison.of(one, candidate.to());
          review.add(
              new Match(
                  from.entities().get(one),
                  to.entities().get(candidate.to()),
                  Method.WEIGHED,
                  score.probability(),
                  score.evidence()));
        }
      }
    }
    review.sort(
        Comparator.comparingDouble((Match match) -> -match.score())
            .thenComparing(match -> match.from().iri())
            .thenComparing(match -> match.to().iri()));
    return List.copyOf(review);
  }
}
