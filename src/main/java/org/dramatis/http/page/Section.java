package org.dramatis.http.page;

import java.util.Arrays;
import java.util.List;

/** An entry of the navigation that every page has. */
public enum Section {
  SEARCH("Search", "/search"),
  QUERY("Query", "/query"),
  QUERIES("Queries", "/queries"),
  SOURCES("Sources", "/sources"),
  CONFLICTS("Conflicts", "/conflicts"),
  TIMELINE("Timeline", "/timeline"),
  ONTOLOGY("Ontology", "/ns"),
  VERSIONS("Versions", "/history"),
  API("API", "/api"),
  /** For pages that are found in another way. */
  ELSEWHERE("", "");

  private final String label;
  private final String address;

  Section(String label, String address) {
    this.label = label;
    this.address = address;
  }

  /** The entries, in their order. */
  public static List<Section> entries() {
    return Arrays.stream(values()).filter(section -> section != ELSEWHERE).toList();
  }

  /** What it is called. */
  public String label() {
    return label;
  }

  /** Where it leads. */
  public String address() {
    return address;
  }
}
