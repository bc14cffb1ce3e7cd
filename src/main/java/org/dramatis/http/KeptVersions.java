package org.dramatis.http;

import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;

/** The versions of the data that can be asked: the newest, and some before it. */
record KeptVersions(Store store) {

  /** The one that is wanted, or the newest. */
  Version choose(Optional<Version> wanted) throws RequestRefusedException {
    if (wanted.isPresent() && !have(wanted.get())) {
      throw notKept(wanted.get());
    }
    return wanted.orElseGet(store::version);
  }

  /** Whether a version is kept. */
  boolean have(Version version) {
    return version.compareTo(store.oldest()) >= 0 && version.compareTo(store.version()) <= 0;
  }

  /** Its data; not found, when it is no longer kept. */
  Snapshot open(Version version) throws RequestRefusedException {
    return store.open(version).orElseThrow(() -> notKept(version));
  }

  private RequestRefusedException notKept(Version version) {
    return new RequestRefusedException(
        HttpProblem.notFound(
            "version %s of the data is not to be had; there are %s to %s"
                .formatted(version, store.oldest(), store.version())));
  }
}
