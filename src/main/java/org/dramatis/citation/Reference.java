package org.dramatis.citation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;

/**
 * How an answer is referred to elsewhere. It says nothing but what is known here: the project, its
 * version and time, the query's title if it was published, and the address.
 *
 * @param query the query
 * @param pin the answer
 * @param published the title under which the query was published, if it was
 * @param address where the answer is
 */
public record Reference(CitedQuery query, Pin pin, Optional<String> published, String address) {

  private static final String PROJECT = "Dramatis";
  private static final int SHORT = 12;

  /** The forms of a reference. */
  public enum Style {
    /** A sentence for a list of references. */
    TEXT("text", "txt", "text/plain"),
    /** BibTeX. */
    BIBTEX("bibtex", "bib", "application/x-bibtex"),
    /** The JSON of the Citation Style Language. */
    CSL("csl", "csl", "application/vnd.citationstyles.csl+json"),
    /** The tagged lines of RIS. */
    RIS("ris", "ris", "application/x-research-info-systems");

    private final String key;
    private final String extension;
    private final String mediaType;

    Style(String key, String extension, String mediaType) {
      this.key = key;
      this.extension = extension;
      this.mediaType = mediaType;
    }

    /** The word for it in an address. */
    public String key() {
      return key;
    }

    /** What an address may end in instead. */
    public String extension() {
      return extension;
    }

    /** Its media type. */
    public String mediaType() {
      return mediaType;
    }
  }

  /** The reference in a form. */
  public String in(Style style) {
    return switch (style) {
      case TEXT -> text() + "\n";
      case BIBTEX -> bibtex();
      case CSL -> csl();
      case RIS -> ris();
    };
  }

  /** What the answer is called. */
  public String title() {
    return published.orElseGet(() -> "Answer to the SPARQL query " + shortHash());
  }

  private String shortHash() {
    return query.hash().hex().substring(0, SHORT);
  }

  private String id() {
    return "dramatis-%s-%s".formatted(shortHash(), pin.version());
  }

  private static LocalDate day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private String note() {
    return "Version %s of the data, %s; %s, %s"
        .formatted(
            pin.version(),
            pin.id(),
            pin.rows() == 1 ? "1 row" : pin.rows() + " rows",
            pin.result());
  }

  /** The sentence. */
  public String text() {
    String cited = pin.cited().map(time -> " Cited on %s.".formatted(day(time))).orElse("");
    return "%s (%d): %s. %s (%s).%s %s"
        .formatted(PROJECT, day(pin.time()).getYear(), title(), note(), pin.time(), cited, address);
  }

  private String bibtex() {
    LocalDate issued = day(pin.time());
    StringBuilder entry = new StringBuilder("@misc{" + id() + ",\n");
    field(entry, "author", "{{%s}}".formatted(PROJECT));
    field(entry, "title", "{{%s}}".formatted(latex(title())));
    field(entry, "year", "{%d}".formatted(issued.getYear()));
    field(
        entry,
        "month",
        issued.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT));
    field(entry, "version", "{%s}".formatted(pin.version()));
    field(entry, "url", "{%s}".formatted(address));
    pin.cited().ifPresent(time -> field(entry, "urldate", "{%s}".formatted(day(time))));
    field(entry, "note", "{%s}".formatted(latex(note())));
    return entry.append("}\n").toString();
  }

  private static void field(StringBuilder entry, String name, String value) {
    entry.append("  ").append(name).append(" = ").append(value).append(",\n");
  }

  private static String latex(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : oneLine(text).toCharArray()) {
      switch (c) {
        case '&', '%', '$', '#', '_' -> safe.append('\\').append(c);
        // A brace that is only escaped would still be counted.
        case '{' -> safe.append("\\textbraceleft ");
        case '}' -> safe.append("\\textbraceright ");
        case '\\' -> safe.append("\\textbackslash ");
        case '~' -> safe.append("\\textasciitilde ");
        case '^' -> safe.append("\\textasciicircum ");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  private String csl() {
    JsonBuilder json = JsonBuilder.create().startArray().startObject();
    json.pair("id", id()).pair("type", "dataset").pair("title", title());
    json.key("author").startArray().startObject().pair("literal", PROJECT).finishObject();
    json.finishArray().pair("publisher", PROJECT).pair("version", pin.version().toString());
    date(json, "issued", pin.time());
    pin.cited().ifPresent(time -> date(json, "accessed", time));
    json.pair("URL", address).pair("note", note());
    return json.finishObject().finishArray().build() + "\n";
  }

  private static void date(JsonBuilder json, String name, Instant time) {
    LocalDate day = day(time);
    json.key(name).startObject().key("date-parts").startArray().startArray();
    json.value(day.getYear()).value(day.getMonthValue()).value(day.getDayOfMonth());
    json.finishArray().finishArray().finishObject();
  }

  private String ris() {
    DateTimeFormatter slashes = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    StringBuilder lines = new StringBuilder();
    line(lines, "TY", "DATA");
    line(lines, "ID", id());
    line(lines, "AU", PROJECT);
    line(lines, "TI", title());
    line(lines, "PY", Integer.toString(day(pin.time()).getYear()));
    line(lines, "DA", slashes.format(day(pin.time())));
    line(lines, "ET", pin.version().toString());
    line(lines, "PB", PROJECT);
    line(lines, "UR", address);
    pin.cited().ifPresent(time -> line(lines, "Y2", slashes.format(day(time))));
    line(lines, "N1", note());
    line(lines, "ER", "");
    return lines.toString();
  }

  private static void line(StringBuilder lines, String tag, String value) {
    lines.append(tag).append("  - ").append(oneLine(value)).append("\r\n");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
