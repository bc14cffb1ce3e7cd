package org.dramatis.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.dramatis.ingest.Outcome;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  /** An article of our own, with what makes offsets go wrong: astral, curly and combining. */
  private static final String ARTICLE =
      """
      “Night Ferry” 🎬🎶 came out in May. Zoe\u0308 Ricci’s first film runs 97 minutes.

      It isn’t a musical 🙃. Critics — not all — called it “slow”.
      """;

  private static final Node DOCUMENT = NodeFactory.createURI(Namespaces.source("night-ferry"));

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

  private static String sha256(String words) {
    try {
      byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void add(Node subject, Node property, Node object) {
    dataset.getDefaultGraph().add(subject, property, object);
  }

  private static Node number(int value) {
    return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
  }

  private void annotateDocument(String text) {
    add(DOCUMENT, NodeConst.nodeRDFType, Classes.ARTICLE);
    add(DOCUMENT, Properties.TEXT_SHA256, NodeFactory.createLiteralString(sha256(text)));
    add(DOCUMENT, Properties.TEXT_LENGTH, number(text.codePointCount(0, text.length())));
  }

  /** Annotates the first place of these words, counted by hand in code points. */
  private Node annotate(int sentence, String words) {
    int index = ARTICLE.indexOf(words);
    int start = ARTICLE.codePointCount(0, index);
    return annotate(sentence, start, start + words.codePointCount(0, words.length()), words);
  }

  private Node annotate(int sentence, int start, int end, String words) {
    Node passage = NodeFactory.createURI(Namespaces.passages("night-ferry") + start + "-" + end);
    add(passage, NodeConst.nodeRDFType, Classes.PASSAGE);
    add(passage, Properties.DOCUMENT, DOCUMENT);
    add(passage, Properties.SENTENCE, number(sentence));
    add(passage, Properties.START, number(start));
    add(passage, Properties.END, number(end));
    add(passage, Properties.SHA256, NodeFactory.createLiteralString(sha256(words)));
    return passage;
  }

  private Report verify(String text) {
    Outcome<Report> outcome =
        Evidence.verify(dataset, DOCUMENT, "ferry.txt", text.getBytes(StandardCharsets.UTF_8));
    assertThat(outcome.problems()).isEmpty();
    return ((Outcome.Ok<Report>) outcome).value();
  }

  private List<String> faults(String text) {
    return verify(text).problems().stream().map(Problem::what).toList();
  }

  @Test
  void aTextThatIsNotUtf8IsRefused() {
    byte[] latin1 = "Zoë".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Evidence.verify(dataset, DOCUMENT, "ferry.txt", latin1).problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .startsWith("ferry.txt:1:3: byte 2 (0xEB) is not UTF-8");
  }

  @Test
  void aTextThatTheGraphHasNoDigestOfIsNotTakenForTheRightOne() {
    assertThat(faults(ARTICLE))
        .containsExactly("source:night-ferry: the graph has no digest of the whole text");
  }

  @Test
  void aChangedWordIsShownAsItNowIs() {
    annotateDocument(ARTICLE);
    annotate(2, "97 minutes");
    String changed = ARTICLE.replace("97 minutes", "98 minutes");
    assertThat(faults(changed))
        .satisfiesExactly(
            fault -> assertThat(fault).contains("the whole text has the digest"),
            fault -> assertThat(fault).endsWith("the words at 63–73 have changed to «98 minutes»"));
  }

  @Test
  void aTextOfAnotherLengthIsNamedWithBothLengths() {
    annotateDocument(ARTICLE);
    assertThat(faults(ARTICLE.stripTrailing()))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("the text has 135 code points and not 136");
  }

  @Test
  void aLineEndThatAnEditorChangedIsAnotherText() {
    annotateDocument(ARTICLE);
    assertThat(faults(ARTICLE.replace("\n", "\r\n"))).hasSize(2);
  }

  @Test
  void aComposedCharacterIsAnotherTextThanADecomposedOne() {
    annotateDocument(ARTICLE);
    annotate(2, "Zoe\u0308 Ricci’s");
    assertThat(verify(ARTICLE.replace("e\u0308", "ë")).verified()).isEmpty();
  }

  @Test
  void shiftedOffsetsAreTracedToWhereTheWordsStand() {
    annotateDocument(ARTICLE);
    annotate(2, 66, 76, "97 minutes");
    assertThat(verify(ARTICLE).problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .endsWith(
            "the words stand not at 66–76 but at 63–73, shifted by -3"
                + " — state the offsets 63 and 73");
  }

  @Test
  void offsetsCountedInCharsAndNotInCodePointsAreTracedToo() {
    annotateDocument(ARTICLE);
    int inChars = ARTICLE.indexOf("musical");
    annotate(3, inChars, inChars + 7, "musical");
    assertThat(faults(ARTICLE)).singleElement().asString().endsWith("shifted by -2");
  }

  @Test
  void wordsThatStandTwiceAreTracedToTheNearerPlace() {
    annotateDocument(ARTICLE);
    int first = ARTICLE.codePointCount(0, ARTICLE.indexOf(" — "));
    annotate(4, first + 1, first + 4, " — ");
    assertThat(faults(ARTICLE)).singleElement().asString().endsWith("shifted by -1");
  }

  @Test
  void anEndThatIsOneTooFarOrTooNearIsFound() {
    annotateDocument(ARTICLE);
    annotate(2, 63, 74, "97 minutes");
    annotate(1, 1, 11, "Night Ferry");
    assertThat(faults(ARTICLE))
        .satisfiesExactly(
            fault -> assertThat(fault).endsWith("not at 1–11 but at 1–12"),
            fault -> assertThat(fault).endsWith("not at 63–74 but at 63–73"));
  }

  @Test
  void offsetsBeyondTheTextAreSaidToBe() {
    annotateDocument(ARTICLE);
    annotate(4, 900, 907, "nowhere");
    annotate(4, 130, 145, "beyond the end!");
    assertThat(faults(ARTICLE))
        .satisfiesExactly(
            fault ->
                assertThat(fault).endsWith("130–145 is not a part of a text of 136 code points"),
            fault ->
                assertThat(fault).endsWith("900–907 is not a part of a text of 136 code points"));
  }

  @Test
  void wordsBeyondTheStatedPlaceAreStillFoundFurtherUp() {
    annotateDocument(ARTICLE);
    annotate(1, 999_999_000, 999_999_011, "Night Ferry");
    assertThat(faults(ARTICLE)).singleElement().asString().contains("but at 1–12");
  }

  @Test
  void anEmptyOrReversedPlaceIsNoPlace() {
    annotateDocument(ARTICLE);
    annotate(1, 5, 5, "");
    annotate(1, 9, 3, "x");
    assertThat(faults(ARTICLE)).hasSize(2).allMatch(fault -> fault.contains("is not a part of"));
  }

  @Test
  void aPassageThatLacksSomethingNamesAllThatItLacks() {
    annotateDocument(ARTICLE);
    Node passage = NodeFactory.createURI(Namespaces.passages("night-ferry") + "x");
    add(passage, Properties.DOCUMENT, DOCUMENT);
    add(passage, Properties.START, number(-1));
    add(passage, Properties.END, number(7));
    add(passage, Properties.END, number(8));
    add(
        passage,
        Properties.SHA256,
        NodeFactory.createLiteralString(sha256("x").toUpperCase(Locale.ROOT)));
    assertThat(faults(ARTICLE))
        .singleElement()
        .asString()
        .endsWith("does not have exactly one usable value of sentence, start, end, sha256");
  }

  @Test
  void aSentenceNumberThatGoesBackIsFoundAndItsNeighboursAreNotBlamed() {
    annotateDocument(ARTICLE);
    annotate(1, "came out");
    Node culprit = annotate(4, "first film");
    annotate(2, "97 minutes");
    annotate(3, "musical");
    annotate(4, "Critics");
    Report report = verify(ARTICLE);
    assertThat(report.findings())
        .filteredOn(Finding.Mismatched.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Mismatched.class,
            mismatched -> {
              assertThat(mismatched.passage()).isEqualTo(culprit);
              assertThat(mismatched.mismatch().what()).startsWith("sentence 4 is out of order");
            });
    assertThat(report.verified()).hasSize(4);
  }

  @Test
  void passagesOfOneSentenceMayOverlap() {
    annotateDocument(ARTICLE);
    annotate(2, "first film");
    annotate(2, "first");
    annotate(2, "film runs");
    assertThat(faults(ARTICLE)).isEmpty();
  }

  @Test
  void theWordsOfAVerifiedPassageAreGivenAsTheyStand() {
    annotateDocument(ARTICLE);
    annotate(1, "“Night Ferry” 🎬🎶");
    annotate(2, "Zoe\u0308 Ricci’s");
    annotate(3, "isn’t a musical 🙃");
    Report report = verify(ARTICLE);
    assertThat(report.problems()).isEmpty();
    assertThat(report.verified())
        .extracting(Finding.Verified::words)
        .containsExactly("“Night Ferry” 🎬🎶", "Zoe\u0308 Ricci’s", "isn’t a musical 🙃");
    assertThat(report.verified().getFirst())
        .extracting(Finding.Verified::start, Finding.Verified::end)
        .containsExactly(0, 16);
  }

  @Test
  void aDocumentThatIsOnlyCitedHasNothingToVerify() {
    annotateDocument(ARTICLE);
    Node whole = NodeFactory.createURI(Namespaces.passages("night-ferry") + "whole");
    add(whole, NodeConst.nodeRDFType, Classes.PASSAGE);
    add(whole, Properties.DOCUMENT, DOCUMENT);
    assertThat(verify(ARTICLE).findings()).isEmpty();
    assertThat(faults(ARTICLE)).isEmpty();
  }

  @Test
  void passagesOfOtherDocumentsAreLeftOut() {
    annotateDocument(ARTICLE);
    Node passage = annotate(1, 0, 3, "xyz");
    dataset
        .getDefaultGraph()
        .delete(org.apache.jena.graph.Triple.create(passage, Properties.DOCUMENT, DOCUMENT));
    add(passage, Properties.DOCUMENT, NodeFactory.createURI(Namespaces.source("another")));
    assertThat(faults(ARTICLE)).isEmpty();
  }

  @Test
  void theDocumentsThatCanBeVerifiedAreThoseWithADigest() {
    assertThat(Evidence.documents(dataset)).isEmpty();
    annotateDocument(ARTICLE);
    add(NodeFactory.createURI(Namespaces.source("cited")), NodeConst.nodeRDFType, Classes.ARTICLE);
    assertThat(Evidence.documents(dataset)).containsExactly(DOCUMENT);
  }
}
