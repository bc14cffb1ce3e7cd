package org.dramatis.model;

import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the IRIs of the data begin with. A process serves one deployment, and so it has one base,
 * which is chosen before anything is named; the vocabulary is the same in all deployments.
 */
public final class Base {

  /** The base of the project's own data and of the vocabulary. */
  public static final String CANONICAL = "https://w3id.org/dramatis/";

  private static final Pattern NAMES =
      Pattern.compile(
          Pattern.quote(CANONICAL) + "(?=(?:id|source|claim|passage|release)(?![A-Za-z0-9_-]))");

  private static final AtomicReference<String> CHOSEN = new AtomicReference<>("");

  private Base() {}

  /**
   * Chooses the base of everything that this process names.
   *
   * @param base an absolute IRI that ends with a slash
   * @throws IllegalStateException if something was named under another base already
   */
  public static void choose(String base) {
    if (!CHOSEN.compareAndSet("", base) && !CHOSEN.get().equals(base)) {
      throw new IllegalStateException(
          "%s was chosen after names under %s were in use".formatted(base, CHOSEN.get()));
    }
  }

  /** The base that was chosen; the canonical one if none was. From now on it cannot be chosen. */
  static String settled() {
    CHOSEN.compareAndSet("", CANONICAL);
    return CHOSEN.get();
  }

  /**
   * A text of the project, a seed or a query, with the names of data moved to the base of this
   * process. The terms of the ontology and the concepts of its schemes stay.
   */
  public static String rebased(String text) {
    return Namespaces.BASE.equals(CANONICAL) ? text : rebased(text, Namespaces.BASE);
  }

  /** The same for any base. */
  static String rebased(String text, String base) {
    return NAMES.matcher(text).replaceAll(Matcher.quoteReplacement(base));
  }
}
