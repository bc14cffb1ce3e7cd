package org.dramatis.query.mistake;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;

/** The words of SPARQL, and what other languages call some of them. */
final class Words {

  /** Every keyword that is no function. */
  static final Set<String> KEYWORDS =
      upper(
          "base prefix version select distinct reduced describe construct ask limit offset order by"
              + " values undef asc desc named from where graph optional union minus bind service"
              + " exists not as group having separator filter in true false");

  /** The keywords of updates only. */
  static final Set<String> UPDATES =
      upper("insert delete data load clear create add move copy drop silent into to with using");

  /** Every function and aggregate that has a name of its own. */
  static final Set<String> FUNCTIONS = functions();

  /** What people write who know other languages, and what it is called here. */
  static final Map<String, String> FOREIGN_FUNCTIONS =
      Map.ofEntries(
          Map.entry("LENGTH", "STRLEN"),
          Map.entry("LEN", "STRLEN"),
          Map.entry("SIZE", "STRLEN"),
          Map.entry("UPPER", "UCASE"),
          Map.entry("LOWER", "LCASE"),
          Map.entry("SUBSTRING", "SUBSTR"),
          Map.entry("IFNULL", "COALESCE"),
          Map.entry("NVL", "COALESCE"),
          Map.entry("ISNULL", "!BOUND"),
          Map.entry("CEILING", "CEIL"),
          Map.entry("STARTSWITH", "STRSTARTS"),
          Map.entry("ENDSWITH", "STRENDS"),
          Map.entry("MEAN", "AVG"),
          Map.entry("TODAY", "NOW"),
          Map.entry("CURRENT_DATE", "NOW"),
          Map.entry("STRING_AGG", "GROUP_CONCAT"),
          Map.entry("LISTAGG", "GROUP_CONCAT"),
          Map.entry("MATCHES", "REGEX"));

  private Words() {}

  private static Set<String> upper(String words) {
    return Set.copyOf(Arrays.asList(words.toUpperCase(java.util.Locale.ROOT).split(" ")));
  }

  /** The parser's own list: whatever is quoted, consists of letters and is no keyword. */
  private static Set<String> functions() {
    return Stream.of(SPARQLParser12Constants.tokenImage)
        .filter(image -> image.matches("\"[A-Za-z_0-9]{2,}\""))
        .map(image -> image.substring(1, image.length() - 1).toUpperCase(java.util.Locale.ROOT))
        .filter(word -> !KEYWORDS.contains(word) && !UPDATES.contains(word))
        .filter(word -> !Set.of("AGG", "AND", "META", "DEFAULT", "ALL").contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
