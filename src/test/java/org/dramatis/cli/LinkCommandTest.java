package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.dramatis.cli.SampleProject.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two files are linked; what is wrong with them is told, and what a person says holds. */
final class LinkCommandTest extends WithProject {

  private static final String OTHERS =
      """
      id,type,name,year,cast,imdb,isni
      https://b.example/1,film,Purple Rain Again,1984,Ann Lee|Bob Mott,tt0000001,
      https://b.example/2,film,Purple Rain Again,2014,Cy Oddo|Di Quell,,
      https://b.example/3,person,Ann Lee,,,,
      https://b.example/4,person,Zora Maridueña,1980,,,
      https://b.example/5,person,Someone Else,,,,
      https://b.example/6,film,Quite Another Thing,1999,Eve Stone|Flo Wood,,
      """;

  @BeforeEach
  void schemes() throws IOException {
    PathUtils.copyFileToDirectory(Path.of("ontology/identifiers.ttl"), folder.resolve("ontology"));
    StringBuilder others = new StringBuilder(OTHERS);
    for (char a = 'a'; a < 'k'; a++) {
      for (char b = 'a'; b < 'k'; b++) {
        others.append(
            "https://b.example/%1$s%2$s,film,Q%1$sv%2$sz K%2$sw%1$sx,%3$d,,,\n"
                .formatted(a, b, 1960 + a % 8 * 5 + b % 7));
      }
    }
    project.write("others.csv", others.toString());
  }

  private Run link(String name, String text, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("link", project.write(name, text).toString()));
    all.addAll(
        List.of(
            "--to=" + folder.resolve("others.csv"),
            "--output=" + folder.resolve("links.ttl"),
            "--review=" + folder.resolve("review.tsv")));
    all.addAll(List.of(more));
    return project.run(all.toArray(String[]::new));
  }

  private String links() throws IOException {
    return Files.readString(folder.resolve("links.ttl"));
  }

  private String review() throws IOException {
    return Files.readString(folder.resolve("review.tsv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|there is nothing in it|1",
        "`id,name\n`|there is nothing in it|1",
        "`nr,name\n1,A\n`|no column is the id; say which in a mapping: id = COLUMN. There are nr, name|2",
        "`id,year\n1,2000\n`|no column is the name|2",
        "`id,name,name\nx:1,A,B\n`|line 1: two columns have one name|1",
        "`id,name\nx:1,A\nx:1,B\n`|line 3: the id x:1 is that of line 2 already|1",
        "`id,name\nx:1,A,B\n`|line 2: 3 cells for 2 columns|1",
        "`id,name\n,A\n`|line 2: there is no id|1",
        "`id,name\n1,A\n`|line 2: the id 1 is no IRI; say in a mapping how it becomes one|1",
        "`id,name\nx:1,\"A\nx:2,B\n`|line 2: a quotation mark is not closed|1"
      })
  void aTableThatCannotBeReadIsRefusedWithThePlace(String text, String message, int code)
      throws IOException {
    Run run = link("mine.csv", text);
    assertThat(run.err()).contains(message);
    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(folder.resolve("links.ttl")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name = titel|there is no column titel; there are id, name",
        "nmae = name|line 1: there is no part nmae",
        "wikidate = name|such as wikidata",
        "name|line 1: a line is a part, = and columns",
        "name = name\\nname = id|line 2: name is said twice",
        "iri = https://example.org/|iri is an address with $1 in the place of the id",
        "kind = thing|there is no kind thing"
      })
  void aMappingThatCannotBeUsedIsRefused(String mapping, String message) throws IOException {
    Path file = project.write("mapping", mapping.replace("\\n", "\n"));
    Run run = link("mine.csv", "id,name\nx:1,A\n", "--mapping=" + file);
    assertThat(run.err()).contains(message);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void whatIsNoUtf8OrIsMissingIsTold() throws IOException {
    Files.write(
        folder.resolve("latin.csv"), "id,name\nx:1,ñ\n".getBytes(StandardCharsets.ISO_8859_1));
    Run latin =
        project.run(
            "link", folder.resolve("latin.csv").toString(), "--output=" + folder.resolve("o"));
    assertThat(latin.err()).contains("is not UTF-8");
    assertThat(latin.exitCode()).isEqualTo(1);
    Run missing = project.run("link", "/no/such.csv", "--output=" + folder.resolve("o"));
    assertThat(missing.err()).contains("the file /no/such.csv cannot be read");
    assertThat(missing.exitCode()).isEqualTo(2);
  }

  @Test
  void anIdentifierWithAWrongCheckDigitIsToldAndLeftOut() throws IOException {
    Run run = link("mine.csv", "id,name,type,isni,imdb\nx:1,Nobody,person,0000000121032684,bad\n");
    assertThat(run.err())
        .contains("line 2: the check digit of isni 0000000121032684 is wrong; it is left out")
        .contains("line 2: bad is no identifier of imdb and is left out");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("0 of 1 linked to 106");
  }

  @Test
  void whatIdentifiersContradictIsQuarantinedAndNotLinkedByNameEither() throws IOException {
    project.write(
        "others.csv",
        """
        id,name,type,imdb,wikidata
        x:o1,Purple Rain Again,film,tt0000001,Q1
        """);
    Run run =
        link(
            "mine.csv",
            """
            id,name,type,imdb,wikidata
            x:m1,Purple Rain Again,film,tt0000001,Q2
            """);
    assertThat(run.err())
        .contains("quarantined: several identifiers of wikidata: Q1, Q2: x:m1, x:o1");
    assertThat(run.out()).contains("0 of 1 linked to 1; 0 for review, 1 quarantined");
  }

  @Test
  void twoOfOneSideWithOneIdentifierAreQuarantined() throws IOException {
    Run run =
        link(
            "mine.csv",
            """
            id,name,type,imdb
            x:m1,Purple Rain Again,film,tt0000001
            x:m2,Purple Rain,film,https://www.imdb.com/title/tt0000001/
            """);
    assertThat(run.err()).contains("several entities of one side share an identifier");
    assertThat(run.out()).contains("0 of 2 linked");
  }

  private static final String MINE =
      """
      id,type,name,year,cast
      x:remake,film,Purple rain again,2014,Cy Oddo|Di Quell
      x:original,film,Purple Rain Again,1984,Ann Lee
      x:zora,person,Zora Mariduena,1980,
      x:other,person,Another Somebody,,
      """;

  @Test
  void remakesAreToldApartByYearAndCastAndNamesByTheirLettersAlone() throws IOException {
    Run run = link("mine.csv", MINE);
    assertThat(run.exitCode()).isZero();
    assertThat(links())
        .containsPattern("<https://b.example/2> <.*Match> <x:remake> ~ c:")
        .containsPattern("<https://b.example/1> <.*Match> <x:original> ~ c:")
        .containsPattern("<https://b.example/4> <.*Match> <x:zora> ~ c:")
        .doesNotContain("x:other")
        .contains("d:matchMethod \"weighed evidence\"", "same year 2014", "2 shared, such as");
  }

  @Test
  void theSameIsWrittenTwice() throws IOException {
    link("mine.csv", MINE);
    String first = links() + review();
    link("mine.csv", MINE);
    assertThat(links() + review()).isEqualTo(first);
  }

  @Test
  void jsonAndTablesWithTabulatorsSayTheSame() throws IOException {
    link("mine.csv", MINE, "--source=one");
    String table = links();
    link("mine.tsv", MINE.replace(',', '\t'), "--source=one");
    assertThat(links().replace("mine.tsv", "mine.csv")).isEqualTo(table);
    link(
        "mine.json",
        """
        [{"id": "x:remake", "type": "film", "name": "Purple rain again", "year": 2014,
          "cast": ["Cy Oddo", "Di Quell"]},
         {"id": "x:original", "type": "film", "name": "Purple Rain Again", "year": "1984",
          "cast": "Ann Lee"},
         {"id": "x:zora", "type": "person", "name": "Zora Mariduena", "year": 1980},
         {"id": "x:other", "type": "person", "name": "Another Somebody"}]
        """,
        "--source=one");
    assertThat(links().replace("mine.json", "mine.csv")).isEqualTo(table);
  }

  @Test
  void rdfInTheWordsOfSchemaOrgIsRead() throws IOException {
    Run run =
        link(
            "mine.ttl",
            """
            PREFIX schema: <https://schema.org/>
            <x:remake> a schema:Movie ; schema:name "Purple Rain Again" ;
              schema:datePublished "2014-03-01" ; schema:actor <x:cy>, <x:di> .
            <x:cy> a schema:Person ; schema:name "Cy Oddo" .
            <x:di> a schema:Person ; schema:name "Di Quell" .
            """);
    assertThat(run.err()).isEmpty();
    assertThat(links()).containsPattern("<https://b.example/2> <.*exactMatch> <x:remake> ~ c:");
  }

  @Test
  void whatAPersonDecidesHolds() throws IOException {
    String mine = "id,type,name\nx:q,film,Quite Anothre Thing\n";
    assertThat(link("mine.csv", mine).out()).contains("0 of 1 linked to 106; 1 for review");
    String table = folder.resolve("review.tsv").toString();
    assertThat(project.runOutside("review", table).out())
        .contains("Quite Anothre Thing", "https://b.example/6", "1 of 1 open");
    Run none = project.runOutside("review", table, "--accept=2");
    assertThat(none.err()).contains("there is no pair 2; the review has 1");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(project.runOutside("review", table, "--accept=1", "--reject=1").err())
        .contains("pair 1 is named twice");

    assertThat(project.runOutside("review", table, "--reject=1", "--by=ann").exitCode()).isZero();
    assertThat(link("mine.csv", mine).out()).contains("0 of 1 linked to 106; 0 for review");
    assertThat(review()).contains("1\trejected\tann\t");

    assertThat(project.runOutside("review", table, "--accept=1", "--by=ann").exitCode()).isZero();
    assertThat(link("mine.csv", mine).out()).contains("1 of 1 linked to 106; 0 for review");
    assertThat(links())
        .contains("exactMatch> <x:q> ~ c:1", "d:matchMethod \"decision of a person\"");
  }

  @Test
  void aReviewThatIsNoneIsLeftAlone() throws IOException {
    project.write("review.tsv", "notes of mine\n");
    Run run = link("mine.csv", MINE);
    assertThat(run.err()).contains("line 1: this is no review");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(review()).isEqualTo("notes of mine\n");
  }

  private static final String ANN =
      """
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX ex: <https://example.org/terms#>
      <x:remake> a ex:Movie ; ex:titel "Purple Rain Again" ; ex:jahr "2014-03-01" ;
        ex:mit <x:cy>, "Di Quell" ; ex:blatt "https://www.imdb.com/title/tt0000003/" .
      <x:cy> a foaf:Person ; foaf:name "Cy Oddo" .
      <x:nameless> ex:jahr "1999" .
      """;

  @Test
  void rdfOfAnyVocabularyIsReadWithAMapping() throws IOException {
    Path mapping =
        project.write(
            "mapping",
            """
            name = ex:titel, http://xmlns.com/foaf/0.1/name
            year = ex:jahr
            cast = ex:mit
            imdb = ex:blatt
            """);
    Run run = link("mine.ttl", ANN, "--mapping=" + mapping);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("1 of 2 linked");
    assertThat(links()).containsPattern("<https://b.example/2> <.*Match> <x:remake> ~ c:");
  }

  @Test
  void aPropertyThatTheRdfDoesNotHaveIsRefusedWithThoseThatItHas() throws IOException {
    Path mapping = project.write("mapping", "name = ex:titl\n");
    Run run = link("mine.ttl", ANN, "--mapping=" + mapping);
    assertThat(run.err())
        .contains(
            "there is no column https://example.org/terms#titl; there are @id,",
            "https://example.org/terms#titel");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void rdfThatIsNoneIsRefusedWithThePlaceAlsoWithAMapping() throws IOException {
    Path mapping = project.write("mapping", "name = ex:titel\n");
    Run run = link("mine.ttl", "<x:a> <x:b> ", "--mapping=" + mapping);
    assertThat(run.err()).contains("mine.ttl:1");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`[{\"id\": \"x:1\", \"name\": \"A\"}, 7]`|object 2: this is no object of JSON",
        "`[{\"id\": \"x:1\", \"name\": \"A\"}`|line 1: this is no JSON",
        "`{\"id\": \"x:1\", \"name\": \"A\"}\n{\"name\": \"B\"}`|line 2: there is no id",
        "`{\"id\": \"x:1\", \"name\": \"A\"}\n{\"id\": \"x:1\", \"name\": \"B\"}`|line 2: the id x:1 is that of line 1 already"
      })
  void jsonThatCannotBeReadIsRefusedWithThePlace(String text, String message) throws IOException {
    Run run = link("mine.json", text.replace("\\n", "\n"));
    assertThat(run.err()).contains(message);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void dataThatAreNotThereAreRefusedAndNoFolderIsMade() throws IOException {
    Path mine = project.write("mine.csv", MINE);
    Path data = folder.resolve("data");
    Run run =
        project.run(
            "link", mine.toString(), "--data=" + data, "--output=" + folder.resolve("links.ttl"));
    assertThat(run.err()).contains("there is no data in " + data);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(data).doesNotExist();
  }

  @Test
  void whatIsKeptInAFolderIsLinkedTo() throws IOException {
    Path mine = project.write("mine.csv", "id,type,name\nx:ann,person,Ann\n");
    Path data = folder.resolve("data");
    Path links = folder.resolve("links.ttl");
    Path own =
        project.write(
            "own.ttl",
            """
            <https://w3id.org/dramatis/id/person/zora> a <https://w3id.org/dramatis/ns#Person> ;
              <http://www.w3.org/2000/01/rdf-schema#label> "Zora Maridueña"@en .
            """);
    Run load =
        project.run(
            "load",
            own.toString(),
            "--graph=https://w3id.org/dramatis/source/own",
            "--data=" + data);
    assertThat(load.err() + load.out()).contains("2 statements read");
    Run run = project.run("link", mine.toString(), "--data=" + data, "--output=" + links);
    assertThat(run.out()).contains("of 1 linked to 2;");
  }
}
