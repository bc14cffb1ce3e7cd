package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;

/** The parts that are joined in one group, and which of them share variables. */
final class Parts {

  private record Part(Set<Var> variables, boolean multiplies) {}

  private final List<Part> parts = new ArrayList<>();
  private final List<Element> nested = new ArrayList<>();
  private final List<Element> separate = new ArrayList<>();

  /** Something that may have many rows. */
  void many(Collection<Var> variables) {
    parts.add(new Part(new LinkedHashSet<>(variables), true));
  }

  /** Something that has so many rows: one row, or none, multiplies nothing. */
  void rows(Set<Var> variables, int rows) {
    parts.add(new Part(variables, rows > 1));
  }

  /** Something that has no rows of its own but joins these variables. */
  void joined(Collection<Var> variables) {
    parts.add(new Part(new LinkedHashSet<>(variables), false));
  }

  /** A group inside, into which the rows around it go. */
  void nest(Element element) {
    nested.add(element);
  }

  /** A group inside that is worked out on its own. */
  void separate(Element element) {
    separate.add(element);
  }

  List<Element> nested() {
    return nested;
  }

  List<Element> separate() {
    return separate;
  }

  Set<Var> variables() {
    Set<Var> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(part.variables()));
    return all;
  }

  /** The variables of parts that multiply, in sets that nothing joins. */
  List<Set<Var>> apart() {
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      if (part.variables().isEmpty()) {
        continue;
      }
      Set<Var> variables = new LinkedHashSet<>();
      boolean multiplies = part.multiplies();
      List<Part> rest = new ArrayList<>();
      for (Part other : joined) {
        if (Collections.disjoint(other.variables(), part.variables())) {
          rest.add(other);
        } else {
          variables.addAll(other.variables());
          multiplies |= other.multiplies();
        }
      }
      variables.addAll(part.variables());
      rest.add(new Part(variables, multiplies));
      joined = rest;
    }
    return joined.stream().filter(Part::multiplies).map(Part::variables).toList();
  }
}
