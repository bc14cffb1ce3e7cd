package org.dramatis.conformance;

import java.util.Optional;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.dramatis.conformance.Manifest.Mf;

/**
 * One test of a manifest.
 *
 * @param id the folder and the name that the manifest gives it: {@code sparql11/bind#bind01}
 * @param entry the description
 */
record W3cTest(String id, Resource entry) {

  /** The local name of its type. */
  String type() {
    return Manifest.type(entry).getLocalName();
  }

  /** For people. */
  String title() {
    return id + " — " + entry.getProperty(Mf.NAME).getString();
  }

  RDFNode action() {
    return entry.getProperty(Mf.ACTION).getObject();
  }

  Optional<Resource> result() {
    return Optional.ofNullable(entry.getPropertyResourceValue(Mf.RESULT));
  }

  /** The folder, as a relative path. */
  String folder() {
    return id.substring(0, id.indexOf('#'));
  }
}
