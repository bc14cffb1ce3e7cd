package org.dramatis.citation;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.query.answer.AnswerFormat;

/**
 * A query that was cited.
 *
 * @param hash what it is called: the digest of its normal form
 * @param normal its normal form, which is what is asked
 * @param text the query as it was sent first
 * @param published topic and name of the published query that was cited, if it was one
 * @param note what is to be known before its answers are compared, if there is something
 * @param cited when it was cited first
 * @param pins its answers that were cited, by the version that they come from
 */
public record CitedQuery(
    Sha256 hash,
    String normal,
    String text,
    Optional<String> published,
    Optional<String> note,
    Instant cited,
    SortedMap<Version, Pin> pins) {

  private static final String FOLDER = "q/";

  /** Copies the map. */
  public CitedQuery {
    pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
  }

  /** The same with one more answer. */
  CitedQuery with(Pin pin) {
    SortedMap<Version, Pin> more = new TreeMap<>(pins);
    more.put(pin.version(), pin);
    return new CitedQuery(hash, normal, text, published, note, cited, more);
  }

  /** What kind of answer it has, by the word that its normal form begins with. */
  public AnswerFormat.Kind kind() {
    return normal.startsWith("SELECT") || normal.startsWith("ASK")
        ? AnswerFormat.Kind.ROWS
        : AnswerFormat.Kind.GRAPH;
  }

  /** The answer from a version, if it was cited. */
  public Optional<Pin> pin(Version version) {
    return Optional.ofNullable(pins.get(version));
  }

  /** Where it is, on every server. */
  public String path() {
    return "/" + FOLDER + hash.hex();
  }

  /** Where its answer from a version is, on every server. */
  public String path(Version version) {
    return path() + "@" + version;
  }

  /** Its IRI, whichever server answers there. */
  public String iri() {
    return Namespaces.BASE + FOLDER + hash.hex();
  }

  /** The IRI of its answer from a version. */
  public String iri(Version version) {
    return iri() + "@" + version;
  }
}
