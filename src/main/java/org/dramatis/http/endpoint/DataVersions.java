package org.dramatis.http.endpoint;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dramatis.history.Releases;
import org.dramatis.http.answer.VersionTag;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.Edition;
import org.dramatis.http.page.PageContext;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;

/**
 * The versions of the data that can be asked: all that there are.
 *
 * @param history all versions
 * @param program the version of the program, which puts them into words
 */
public record DataVersions(History history, String program) {

  /** Under this name they are known to the endpoints. */
  public static final String ATTRIBUTE = DataVersions.class.getName();

  /** Sends the number of a version. */
  public static final String NUMBER = "Dramatis-Version";

  /** Sends what a version is called wherever it is. */
  public static final String ID = "Dramatis-Version-Id";

  /**
   * The version that a request asks for: the one that is named, or else the one of the time that
   * {@code Accept-Datetime} has, or else the newest. A name is of one version and leaves nothing to
   * a time.
   */
  public AskedVersion choose(Versions asked, HttpServletRequest request)
      throws RequestRefusedException {
    if (asked.data().isPresent()) {
      VersionName name = asked.data().get();
      return new AskedVersion(this, find(name), new AskedVersion.Way.Named(name));
    }
    List<String> dates = Collections.list(request.getHeaders(Memento.ACCEPT_DATETIME));
    return dates.isEmpty()
        ? new AskedVersion(this, newest(), new AskedVersion.Way.Newest())
        : new AskedVersion(this, at(dates), new AskedVersion.Way.Dated());
  }

  /** The version of a time in the manner of a header; the first for all that was before it. */
  private Version at(List<String> dates) throws RequestRefusedException {
    Version version =
        Optional.of(dates)
            .filter(given -> given.size() == 1)
            .flatMap(given -> Memento.parse(given.getFirst()))
            .map(history.outline()::at)
            .orElseThrow(DataVersions::unreadableDate);
    Version newest = newest();
    Version first = Version.NONE.next();
    Version some = version.compareTo(first) < 0 ? first : version;
    return some.compareTo(newest) < 0 ? some : newest;
  }

  private static RequestRefusedException unreadableDate() {
    return new RequestRefusedException(
        HttpProblem.badRequest("%s is no date".formatted(Memento.ACCEPT_DATETIME))
            .hinting("write it as in: Thu, 01 Jan 2026 00:00:00 GMT"));
  }

  /** The versions of the server to which the context belongs. */
  public static DataVersions of(ServletContext context) {
    return (DataVersions) context.getAttribute(ATTRIBUTE);
  }

  /** What a page tells of a request: the version that answers it, or else the newest. */
  public PageContext context(Exchange exchange) {
    OptionalLong answered = exchange.version();
    Version version = answered.isPresent() ? new Version(answered.getAsLong()) : newest();
    return new PageContext(Optional.of(edition(version)), exchange.warnings());
  }

  /** A version as pages name it. */
  public Edition edition(Version version) {
    return new Edition(version, history.outline().time(version), program);
  }

  /** Says with an answer which version it is from. */
  public void tell(Version version, HttpServletRequest request, HttpServletResponse response) {
    Exchange.of(request).version(version);
    response.setHeader(NUMBER, version.toString());
    history.outline().id(version).ifPresent(id -> response.setHeader(ID, id.toString()));
  }

  /** The version of a name. */
  public Version find(VersionName wanted) throws RequestRefusedException {
    return new Releases(history).version(wanted).orElseThrow(() -> notThere(wanted));
  }

  private Version newest() {
    return history.store().version();
  }

  /** Whether numbers and releases still mean the same when the process has ended. */
  public boolean isLasting() {
    return history.log().isLasting();
  }

  /** What tags of answers from a version begin with. */
  public VersionTag tag(Version version) {
    return new VersionTag(version, history.outline().id(version), program);
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

  private RequestRefusedException notThere(VersionName name) {
    String kind = name instanceof VersionName.Released ? "release" : "version";
    return new RequestRefusedException(
        HttpProblem.notFound(
            "there is no %s %s of the data; the newest version is %s"
                .formatted(kind, name, newest())));
  }
}
