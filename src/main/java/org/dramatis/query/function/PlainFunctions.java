package org.dramatis.query.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a query may call by IRI: the casts of XML Schema and the functions of XPath.
 * Jena's own registry would also load any Java class that a query names, and offers functions that
 * sleep or read the server's settings.
 */
public final class PlainFunctions extends FunctionRegistry {

  private static final List<String> NAMESPACES =
      List.of(
          "http://www.w3.org/2001/XMLSchema#",
          "http://www.w3.org/2005/xpath-functions#",
          "http://www.w3.org/2005/xpath-functions/math#",
          "http://www.w3.org/ns/sparql#");

  /** It calls what the data names, past everything that is said about the functions of a query. */
  private static final String APPLY = "http://www.w3.org/2005/xpath-functions#apply";

  /** Functions of which one argument, counted from 0, says how many digits the result has. */
  private static final Map<String, Integer> PLACES_OF_POWERS =
      Map.of(
          "http://www.w3.org/2005/xpath-functions/math#pow", 1,
          "http://www.w3.org/2005/xpath-functions/math#exp10", 0,
          "http://www.w3.org/2005/xpath-functions#round", 1,
          "http://www.w3.org/2005/xpath-functions#round-half-to-even", 1);

  @Override
  public @Nullable FunctionFactory get(String iri) {
    if (!isRegistered(iri)) {
      return null;
    }
    FunctionFactory factory = FunctionRegistry.get().get(iri);
    Integer place = PLACES_OF_POWERS.get(iri);
    return place == null ? factory : name -> new SmallNumbers(factory.create(name), place);
  }

  @Override
  public boolean isRegistered(String iri) {
    return !iri.equals(APPLY)
        && NAMESPACES.stream().anyMatch(iri::startsWith)
        && FunctionRegistry.get().isRegistered(iri);
  }

  /** The IRIs of all of them, in alphabetical order. */
  List<String> offered() {
    List<String> offered = new ArrayList<>();
    FunctionRegistry.get().keys().forEachRemaining(offered::add);
    return offered.stream().filter(this::isRegistered).sorted().toList();
  }
}
