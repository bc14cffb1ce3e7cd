package org.dramatis.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names, literals and IRIs that try to break the page on which they are shown. */
final class HostileData {

  /** What must never become an element, in several ways to get out of where it stands. */
  static final String MARKUP =
      "\\\"'><script>alert(1)</script><img src=x onerror=alert(2)></bdi></a></td><!--";

  private static final String RTL = "\u202Eليلى \u2067x\u2069 <b>";
  private static final String EMOJI = "👩‍🎤🏳️‍🌈 z\u0351a\u0363l\u0350go \u0000\u0007\u200B";

  private HostileData() {}

  /** As TriG with the prefixes of the tests. */
  static String trig() {
    return """
    GRAPH <https://w3id.org/dramatis/source/evil> {
      person:evil a d:Person ; rdfs:label "evil %1$s" ; d:name "evil %1$s" ;
        :page <javascript:alert(1)> , <JaVaScRiPt:alert(1)> , <data:text/html,%%3Cscript%%3Ealert(1)%%3C/script%%3E> ,
          <vbscript:x> , <https://w3id.org/dramatis//evil.example/x> , <http://example.org/'onmouseover='alert(1)> ;
        rdfs:comment "%2$s" , "%3$s" , "<b>"@en-GB ;
        d:agent person:long , person:rtl .
      person:long a d:Person ; rdfs:label "%4$s" ; rdfs:comment "%5$s" ; d:agent person:evil .
      person:rtl a d:Person ; rdfs:label "%2$s" , "%3$s" ; d:agent person:evil .
      <https://w3id.org/dramatis/source/evil> a d:Source ; rdfs:label "%1$s" .
      claim:1 a d:Claim ; rdfs:label "%1$s" ; d:source <https://w3id.org/dramatis/source/evil> ;
        rdf:reifies <<( person:evil rdfs:comment "%2$s" )>> .
      person:evil :says <<( person:rtl <javascript:alert(1)> "%2$s" )>> .
    }
    GRAPH <https://w3id.org/dramatis/source/record> {
      person:gone <http://www.w3.org/ns/prov#invalidatedAtTime> "2026-01-01T00:00:00Z" ;
        <http://purl.org/dc/terms/isReplacedBy> person:evil ;
        <http://purl.org/dc/elements/1.1/contributor> "%1$s" ;
        <http://www.w3.org/2004/02/skos/core#changeNote> "%1$s %2$s" .
      person:retired <http://www.w3.org/ns/prov#invalidatedAtTime> "%1$s" ;
        <http://purl.org/dc/elements/1.1/contributor> "%2$s" ;
        <http://www.w3.org/2004/02/skos/core#changeNote> "%1$s" .
    }
    GRAPH <https://w3id.org/dramatis/ns> {
      d:Person a <http://www.w3.org/2002/07/owl#Class> ; rdfs:label "%1$s" .
    }
    """
        .formatted(
            MARKUP,
            RTL,
            EMOJI.replace("\u0000", ""),
            "W".repeat(10_000),
            "long <b> ".repeat(1_200));
  }

  /** A published query that does the same. */
  static void writeQuery(Path folder) throws IOException {
    Path topic = Files.createDirectories(folder.resolve("evil"));
    Files.writeString(
        topic.resolve("evil.rq"),
        """
        #+ summary: "%1$s"
        #+ description: "%1$s </textarea>"
        #+ defaults:
        #+   - who: https://w3id.org/dramatis/id/person/evil
        # </textarea></pre><script>alert(1)</script>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT * WHERE { ?_who_iri ?p ?o FILTER (?o != "</textarea></pre><script>alert(1)</script>") }
        """
            .formatted(MARKUP));
  }
}
