package org.dramatis.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.riot.Lang;
import org.dramatis.model.Place;

/**
 * Finds the line on which a Turtle file begins to speak of a thing. In the canonical form that is
 * where the thing stands at the start of a line; in any other form a thing may go unfound.
 */
final class SubjectPlaces {

  private static final Pattern PREFIX =
      Pattern.compile("@?prefix\\s+([^\\s:]*):\\s*<([^>]*)>.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("([^\\s:<>\"#@_\\[]*):((?:[^\\s\\\\;,]|\\\\.)*).*");
  private static final Pattern IRI = Pattern.compile("<([^<>\\s]+)>.*");

  private final Map<String, String> prefixes = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  private SubjectPlaces() {}

  /** The places by the IRIs of the things. */
  static Map<String, Place> of(Document document) {
    SubjectPlaces found = new SubjectPlaces();
    if (document.lang().equals(Lang.TURTLE)
        && Utf8.decode(document.name(), document.bytes())
            instanceof Outcome.Ok<String>(String text)) {
      long number = 0;
      for (String line : (Iterable<String>) text.lines()::iterator) {
        found.read(line, Place.of(document.name(), ++number));
      }
    }
    return found.places;
  }

  private void read(String line, Place place) {
    Matcher prefix = PREFIX.matcher(line);
    Matcher iri = IRI.matcher(line);
    Matcher name = NAME.matcher(line);
    if (prefix.matches()) {
      prefixes.put(prefix.group(1), prefix.group(2));
    } else if (iri.matches()) {
      places.putIfAbsent(iri.group(1), place);
    } else if (name.matches() && prefixes.containsKey(name.group(1))) {
      String local = name.group(2).replaceAll("\\\\(.)", "$1");
      places.putIfAbsent(prefixes.get(name.group(1)) + local, place);
    }
  }
}
