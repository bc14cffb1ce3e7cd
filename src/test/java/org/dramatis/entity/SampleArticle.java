package org.dramatis.entity;

import java.util.List;
import org.dramatis.model.Sha256;

/** An article of our own about a film that is not, and a graph of what it claims. */
public final class SampleArticle {

  /** Its words, with what makes offsets go wrong. */
  public static final String TEXT =
      """
      “Night Ferry” 🎬 came out in May. Zoë Ricci’s first film runs 97 minutes.

      It isn’t a musical 🙃. Critics — not all — called it <slow>.
      """;

  private SampleArticle() {}

  /** One claim, on the first place of some words. */
  private record Said(int number, int sentence, String words, String more) {

    String trig() {
      int start = TEXT.codePointCount(0, TEXT.indexOf(words));
      int end = start + words.codePointCount(0, words.length());
      String passage =
          "<https://w3id.org/dramatis/passage/night-ferry/%d-%d>".formatted(start, end);
      return """
      <https://w3id.org/dramatis/claim/night-ferry/%d> a d:Claim ; rdfs:label "Claim %1$d in our words"@en ;
        d:source source:night-ferry ; d:passage %s ; d:layer layer:real ; %s .
      %2$s a d:Passage ; d:document source:night-ferry ; d:sentence %d ; d:start %d ; d:end %d ; d:sha256 "%s" .
      """
          .formatted(number, passage, more, sentence, start, end, Sha256.of(words).hex());
    }
  }

  private static final List<Said> CLAIMS =
      List.of(
          new Said(1, 1, "“Night Ferry” 🎬 came out", "d:topic topic:release"),
          new Said(2, 1, "came out in May", "d:topic topic:release ; d:modality modality:hedged"),
          new Said(3, 2, "Zoë Ricci’s first film", "d:topic topic:crew"),
          new Said(4, 3, "isn’t a musical 🙃", "d:topic topic:work ; d:polarity polarity:denied"),
          new Said(
              5,
              4,
              "called it <slow>",
              "d:topic topic:work ; d:attributedTo <https://w3id.org/dramatis/id/group/critics>"));

  /** The graph, with the digest of this text. */
  public static String trig(String text) {
    StringBuilder trig =
        new StringBuilder(
            """
            PREFIX d: <https://w3id.org/dramatis/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX source: <https://w3id.org/dramatis/source/>
            PREFIX layer: <https://w3id.org/dramatis/layer/>
            PREFIX modality: <https://w3id.org/dramatis/modality/>
            PREFIX polarity: <https://w3id.org/dramatis/polarity/>
            PREFIX topic: <https://w3id.org/dramatis/topic/>
            source:night-ferry { source:night-ferry a d:Source , d:Article ; rdfs:label "On <Night Ferry>"@en ;
              d:textSha256 "%s" .
            modality:hedged skos:prefLabel "hedged"@en .
            <https://w3id.org/dramatis/id/group/critics> rdfs:label "the critics"@en .
            """
                .formatted(Sha256.of(text).hex()));
    CLAIMS.forEach(claim -> trig.append(claim.trig()));
    return trig.append("}\n").toString();
  }

  /** The graph. */
  public static String trig() {
    return trig(TEXT);
  }
}
