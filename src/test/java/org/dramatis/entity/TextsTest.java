package org.dramatis.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {

  private static final Node DOCUMENT = NodeFactory.createURI(Namespaces.source("night-ferry"));

  @TempDir Path folder;

  private static DatasetGraph dataset(String trig) {
    DatasetGraph named = DatasetGraphFactory.create();
    RDFParser.fromString(trig, Lang.TRIG).parse(named);
    DatasetGraph union = DatasetGraphFactory.create();
    named.stream().forEach(quad -> union.getDefaultGraph().add(quad.asTriple()));
    return union;
  }

  private Texts texts(DatasetGraph dataset) throws IOException {
    return Texts.of(folder, dataset);
  }

  @Test
  void aTextThatBelongsToNoDocumentIsToldAndIgnored() throws IOException {
    Files.writeString(folder.resolve("changed.txt"), SampleArticle.TEXT + " ");
    DatasetGraph dataset = dataset(SampleArticle.trig());

    Texts texts = texts(dataset);

    assertThat(texts.told())
        .containsExactly(
            folder.resolve("changed.txt") + " is ignored: no document of the graph has its digest");
    assertThat(texts.find(dataset, DOCUMENT)).isEmpty();
  }

  @Test
  void aTextIsKnownByItsDigestWhateverItsFileIsCalled() throws IOException {
    Files.writeString(folder.resolve("x"), SampleArticle.TEXT);
    DatasetGraph dataset = dataset(SampleArticle.trig());

    Texts texts = texts(dataset);

    assertThat(texts.told())
        .containsExactly(
            folder.resolve("x") + " is the text of source:night-ferry; passages verified: 5 of 5");
    assertThat(texts.find(dataset, DOCUMENT)).hasValue(SampleArticle.TEXT);
  }

  @Test
  void aTextIsNotThatOfAVersionInWhichTheDocumentHasAnotherDigest() throws IOException {
    Files.writeString(folder.resolve("x"), SampleArticle.TEXT);
    Texts texts = texts(dataset(SampleArticle.trig()));

    assertThat(texts.find(dataset(SampleArticle.trig("another")), DOCUMENT)).isEmpty();
  }

  @Test
  void whatIsNotUtf8HoldsNoWords() throws IOException {
    byte[] latin1 = "Zoë".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("x"), latin1);
    String digest = Sha256.of(latin1).hex();
    DatasetGraph dataset =
        dataset(
            "<%s> <%stextSha256> '%s' .".formatted(DOCUMENT.getURI(), Namespaces.TERMS, digest));

    assertThat(texts(dataset).told())
        .containsExactly(folder.resolve("x") + " is ignored: it is not UTF-8");
    assertThat(texts(dataset).find(dataset, DOCUMENT)).isEmpty();
  }

  @Test
  void anEmptyFolderIsToldToo() throws IOException {
    assertThat(texts(dataset("")).told()).isEqualTo(List.of(folder + " holds no text"));
  }
}
