package org.dramatis.http.endpoint;

import java.util.Optional;
import org.dramatis.http.answer.VersionTag;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;

/** The versions of the data that can be asked: all that there are. */
public record DataVersions(History history) {

  /** The one that is wanted, or the newest. */
  public Version choose(Optional<VersionName> wanted) throws RequestRefusedException {
    return wanted.isPresent() ? find(wanted.get()) : history.store().version();
  }

  private Version find(VersionName wanted) throws RequestRefusedException {
    Optional<Version> found =
        switch (wanted) {
          case VersionName.Numbered(Version version) ->
              Optional.of(version).filter(known -> known.compareTo(newest()) <= 0);
          case VersionName.Identified(Sha256 id) -> history.outline().version(id);
        };
    return found.orElseThrow(() -> notThere(wanted));
  }

  private Version newest() {
    return history.store().version();
  }

  /** What a copy of an answer from a version may be taken for, and how long. */
  public String cacheControl(Optional<VersionName> asked) {
    boolean pinned =
        asked.isPresent()
            && (asked.get() instanceof VersionName.Identified || history.log().isLasting());
    return pinned ? "public, max-age=31536000, immutable" : "no-cache";
  }

  /** What tags of answers from a version begin with. */
  public VersionTag tag(Version version) {
    return new VersionTag(version, history.outline().id(version));
  }

  /**
   * Its data.
   *
   * @param budget pays for an old version while it is put together
   */
  public Snapshot open(Version version, Budget budget)
      throws QueryFailedException, RequestRefusedException {
    try {
      return history
          .open(
              version,
              bytes -> {
                budget.check();
                budget.charge(bytes);
              })
          .orElseThrow(() -> notThere(new VersionName.Numbered(version)));
    } catch (BudgetSpentException spent) {
      throw spent.asFailure();
    }
  }

  private RequestRefusedException notThere(VersionName version) {
    return new RequestRefusedException(
        HttpProblem.notFound(
            "there is no version %s of the data; the newest is %s".formatted(version, newest())));
  }
}
