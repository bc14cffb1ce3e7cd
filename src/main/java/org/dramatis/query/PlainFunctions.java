package org.dramatis.query;

import java.util.List;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a query may call by IRI: the casts of XML Schema and the functions of XPath.
 * Jena's own registry would also load any Java class that a query names, and offers functions that
 * sleep or read the server's settings.
 */
final class PlainFunctions extends FunctionRegistry {

  private static final List<String> NAMESPACES =
      List.of(
          "http://www.w3.org/2001/XMLSchema#",
          "http://www.w3.org/2005/xpath-functions#",
          "http://www.w3.org/2005/xpath-functions/math#",
          "http://www.w3.org/ns/sparql#");

  @Override
  public @Nullable FunctionFactory get(String iri) {
    return isRegistered(iri) ? FunctionRegistry.get().get(iri) : null;
  }

  @Override
  public boolean isRegistered(String iri) {
    return NAMESPACES.stream().anyMatch(iri::startsWith)
        && FunctionRegistry.get().isRegistered(iri);
  }
}
