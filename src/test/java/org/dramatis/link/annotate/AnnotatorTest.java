package org.dramatis.link.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a graph knows by name is found in texts. */
final class AnnotatorTest {

  private static final Graph GRAPH =
      Graphs.turtle(
          """
          :xolo a d:Person ; rdfs:label "Xolo Maridueña"@en ; d:name "ショロ・マリデュエニャ"@ja .
          :sofia a d:Person ; rdfs:label "Sofia Carson"@en ;
              d:name "소피아 카슨"@ko, "โซเฟีย คาร์สัน"@th, "索菲亚"@zh .
          :carson a d:Person ; rdfs:label "Carson Smith"@en .
          :luke-actor a d:Person ; rdfs:label "Luke"@en .
          :luke a d:Character ; rdfs:label "Luke"@en ; d:spouseOf :cassie .
          :cassie a d:Character ; rdfs:label "Cassie Salazar"@en ; d:name "캐시"@ko .
          :film a d:Film ; rdfs:label "Purple Hearts"@en ; d:name "the film"@en .
          :series a d:Series ; rdfs:label "Purple Hearts"@en .
          :season a d:Season ; rdfs:label "Purple Hearts Season 2"@en ; d:name "Season 2"@en ;
              d:partOf :series .
          :song a d:Track ; rdfs:label "I Didn't Know"@en ; d:featuredIn :film .
          :lively a d:Person ; rdfs:label "Lively"@en .
          :ann a d:Person ; rdfs:label "Ann"@en .
          :it a d:Film ; rdfs:label "It"@en .
          :emoji a d:Track ; rdfs:label "Come Back Home"@en .
          :program a d:Organization ; rdfs:label "Luke’s program"@en .
          :claim a d:Claim ; rdfs:label "Purple Hearts is a film"@en .
          :credit a d:Credit ; d:agent :sofia ; d:character :cassie ; d:work :film ;
              d:creditedAs "S. D. Carson" .
          d:Film a <http://www.w3.org/2002/07/owl#Class> ; rdfs:label "film"@en .
          d:Season a <http://www.w3.org/2002/07/owl#Class> ; rdfs:label "season"@en .
          d:Series a <http://www.w3.org/2002/07/owl#Class> ; rdfs:label "series"@en .
          """);

  private static final Dictionary DICTIONARY = Dictionary.of(GRAPH);

  private static List<Mention> mentions(String text) {
    return mentions(text, Optional.empty());
  }

  private static List<Mention> mentions(String text, Optional<String> language) {
    return new Annotator(DICTIONARY, GRAPH, language, bytes -> {}).mentions(text);
  }

  /** What is found, as {@code words=thing}. */
  private static List<String> found(String text) {
    return mentions(text).stream().map(mention -> shown(mention, text)).toList();
  }

  private static String shown(Mention mention, String text) {
    String iri = mention.chosen().entry().entity().getURI();
    return mention.range().in(text) + "=" + iri.substring(iri.lastIndexOf('/') + 1);
  }

  @Nested
  final class Nothing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "\n\n",
          "—!?…",
          "\uD83D\uDE00",
          "\uD83D",
          "\u0301",
          "No name is in this.",
          "Carsons, Sofias and purples",
          "UnPurple Heartsy",
          "Purple. Hearts",
          "Purple\n\nHearts",
          "Sofia (Carson",
          "A lively film",
          "It was long.",
          "In the first season there was the film of the season 2."
        })
    void isFoundWhereNothingIsNamed(String text) {
      assertThat(found(text)).isEmpty();
    }

    /** Each would take hours if its length counted twice. */
    @ParameterizedTest
    @ValueSource(strings = {"It ", "X. ", "캐시가", "“A. ", "Purple ", "Sofia  ", "索菲", "<&", "’s "})
    @Timeout(20)
    void takesLongerThanATextIsLong(String piece) {
      String text = piece.repeat(400_000);
      assertThat(found(text)).hasSizeLessThan(text.length());
      assertThat(Markup.read(text).text()).isNotEmpty();
    }

    @Test
    void ofAClaimOrAClassIsAMention() {
      assertThat(found("A series, a film, a season.")).isEmpty();
    }
  }

  @Nested
  final class Finding {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "Sofia Carson|Sofia Carson=sofia",
          "by SOFIA CARSON!|SOFIA CARSON=sofia",
          "sofia carson|sofia carson=sofia",
          "Xolo Mariduena’s|Xolo Mariduena=xolo",
          "Xolo Maridueña's hat|Xolo Maridueña=xolo",
          "(Xolo-Maridueña)|Xolo-Maridueña=xolo",
          "S. D. Carson sings|S. D. Carson=sofia",
          "sings I didnt know|I didnt know=song",
          "He sang “I Didn’t Know” well|I Didn’t Know=song",
          "Luke’s program began|Luke’s program=program",
          "L’acteur d’Xolo Maridueña|Xolo Maridueña=xolo"
        })
    void isByAnyNameWhateverCaseAndAccents(String text, String expected) {
      assertThat(found(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "映画のショロ・マリデュエニャは若い。|ショロ・マリデュエニャ=xolo",
          "ショロ＝マリデュエニャさん|ショロ＝マリデュエニャ=xolo",
          "캐시가 노래한다|캐시=cassie",
          "어제 소피아 카슨에게서는|소피아 카슨=sofia",
          "主演索菲亚和其他人|索菲亚=sofia",
          "นักแสดงโซเฟีย คาร์สันร้องเพลง|โซเฟีย คาร์สัน=sofia",
          "นักแสดงโซเฟียคาร์สันร้องเพลง|โซเฟียคาร์สัน=sofia"
        })
    void needsNoSpacesWhereThereAreNone(String text, String expected) {
      assertThat(found(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"캐시미어 옷", "대캐시", "アショロ・マリデュエニャ", "ショロ・マリデュエニャー"})
    void cutsNoWordWhereThereAreNoSpaces(String text) {
      assertThat(found(text)).isEmpty();
    }

    @Test
    void isAlsoOverTheEndOfALineAndBehindASign() {
      assertThat(found("Xolo\nMaridueña #Lively"))
          .containsExactly("Xolo\nMaridueña=xolo", "Lively=lively");
    }

    @Test
    void decomposedLettersAreTheSame() {
      String text = "Xolo Mariduen\u0303a";
      assertThat(found(text)).containsExactly(text + "=xolo");
    }

    @Test
    void takesTheLongestOfThoseThatOverlap() {
      assertThat(found("Purple Hearts Season 2 is out"))
          .containsExactly("Purple Hearts Season 2=season");
    }

    @Test
    void countsCodePoints() {
      String text = "\uD83D\uDE00\uD83D\uDE00 Sofia Carson";
      Mention mention = mentions(text).getFirst();
      assertThat(mention.place()).isEqualTo(3);
      assertThat(mention.range()).isEqualTo(new Mention.Range(5, 17));
    }

    @Test
    void isOfOneLanguageIfThatIsWanted() {
      String text = "索菲亚 and Xolo Maridueña";
      assertThat(mentions(text, Optional.of("zh"))).hasSize(1);
      assertThat(mentions(text, Optional.of("EN"))).hasSize(1);
      assertThat(mentions(text, Optional.of("fr"))).isEmpty();
    }
  }

  @Nested
  final class Meaning {

    @Test
    void aPartOfANameIsWhoeverHasTheWholeOfItInTheText() {
      assertThat(found("Carson sings.")).isEmpty();
      assertThat(found("Sofia Carson is here. Carson sings."))
          .containsExactly("Sofia Carson=sofia", "Carson=sofia");
      assertThat(found("Carson Smith is here. Carson sings, a carson does not."))
          .containsExactly("Carson Smith=carson", "Carson=carson");
    }

    @Test
    void aDescriptionIsOfWhatWasNamedBefore() {
      assertThat(found("The film has “I Didn't Know”. The film!"))
          .containsExactly("I Didn't Know=song", "The film=film");
      assertThat(found("Season 2 of something else")).isEmpty();
      assertThat(found("Purple Hearts Season 2 is here. Season 2!")).contains("Season 2=season");
    }

    @Test
    void theCharacterIsMeantAmongCharactersAndThePersonAmongPeople() {
      assertThat(found("Cassie Salazar meets Luke.")).contains("Luke=luke");
      assertThat(found("Xolo Maridueña meets Luke.")).contains("Luke=luke-actor");
    }

    @Test
    void theWordForTheKindDecides() {
      assertThat(found("The series Purple Hearts began.")).containsExactly("Purple Hearts=series");
      assertThat(found("In Purple Hearts, a film, he sang.")).containsExactly("Purple Hearts=film");
    }

    @Test
    void allCandidatesAreToldTheLikeliestFirst() {
      Mention mention = mentions("The series Purple Hearts began.").getFirst();
      assertThat(mention.candidates()).hasSize(2);
      assertThat(mention.candidates().getFirst().score())
          .isGreaterThan(mention.candidates().getLast().score());
      assertThat(mention.candidates().stream().mapToDouble(Mention.Candidate::score).sum())
          .isBetween(0.9, 1.0001);
    }

    @Test
    void aShortWordAtTheBeginningOfASentenceIsNoWorkUnlessItIsOneElsewhere() {
      assertThat(found("It came out.")).isEmpty();
      assertThat(found("It came out. He saw It twice.")).hasSize(2);
      assertThat(found("Ann came out.")).containsExactly("Ann=ann");
    }
  }
}
