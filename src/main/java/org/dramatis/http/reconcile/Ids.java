package org.dramatis.http.reconcile;

import org.dramatis.model.Namespaces;

/** How classes are named to clients: by what stands behind the namespace of the ontology. */
final class Ids {

  private Ids() {}

  static String shortened(String iri) {
    return iri.startsWith(Namespaces.TERMS) ? iri.substring(Namespaces.TERMS.length()) : iri;
  }
}
