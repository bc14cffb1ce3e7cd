package org.dramatis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ChangeLog} owes its users; each implementation's test extends this. */
abstract class ChangeLogContract {

  /** An empty log that takes the time from a clock. */
  abstract ChangeLog open(InstantSource clock);

  private ChangeLog open(Instant now) {
    return open(InstantSource.fixed(now));
  }

  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
  private static final Node SOURCE = NodeFactory.createURI("https://example.org/source");

  private static Change change(int number) {
    Node object = NodeFactory.createLiteralString("value " + number);
    return new Change(
        "tests",
        "change " + number,
        List.of(Quad.create(SOURCE, SOURCE, SOURCE, object)),
        List.of());
  }

  @Test
  void anEmptyLogStandsBeforeTheFirstVersion() {
    ChangeLog log = open(NOON);
    assertThat(log.head()).isEqualTo(Version.NONE);
    assertThat(log.after(Version.NONE)).isEmpty();
  }

  @Test
  void nothingComesAfterTheHeadNorAfterAVersionThatDoesNotExistYet() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    assertThat(log.after(log.head())).isEmpty();
    assertThat(log.after(new Version(99))).isEmpty();
  }

  @Test
  void versionsAreCountedFromOne() {
    ChangeLog log = open(NOON);
    assertThat(log.append(change(1)).version()).isEqualTo(new Version(1));
    assertThat(log.append(change(2)).version()).isEqualTo(new Version(2));
    assertThat(log.head()).isEqualTo(new Version(2));
  }

  @Test
  void anEntryKeepsTheChangeAndTheTimeAtWhichItWasTaken() {
    ChangeLog log = open(NOON);
    Entry entry = log.append(change(1));
    assertThat(entry.change()).isEqualTo(change(1));
    assertThat(entry.time()).isEqualTo(NOON);
    assertThat(log.after(Version.NONE)).containsExactly(entry);
  }

  @Test
  void theSameChangeTwiceIsTwoEntries() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    log.append(change(1));
    assertThat(log.after(Version.NONE))
        .extracting(Entry::change)
        .containsExactly(change(1), change(1));
  }

  @Test
  void entriesAfterAVersionComeInOrder() {
    ChangeLog log = open(NOON);
    for (int i = 1; i <= 5; i++) {
      log.append(change(i));
    }
    assertThat(log.after(new Version(2)))
        .extracting(Entry::version)
        .containsExactly(new Version(3), new Version(4), new Version(5));
  }

  @Test
  void aStreamShowsTheLogAsItStoodWhenItWasAskedFor() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    try (Stream<Entry> entries = log.after(Version.NONE)) {
      log.append(change(2));
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void entriesCannotBeRemovedThroughTheStream() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    try (Stream<Entry> entries = log.after(Version.NONE)) {
      Iterator<Entry> iterator = entries.iterator();
      iterator.next();
      assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
    }
    assertThat(log.after(Version.NONE)).hasSize(1);
  }

  @Test
  void aClockThatGoesBackDoesNotTakeTheLogWithIt() {
    Instant[] now = {NOON};
    ChangeLog log = open(() -> now[0]);
    log.append(change(1));
    now[0] = NOON.minusSeconds(60);
    assertThat(log.append(change(2)).time()).isEqualTo(NOON);
    now[0] = NOON.plusSeconds(60);
    assertThat(log.append(change(3)).time()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void everyEntryNamesTheOneBeforeIt() {
    ChangeLog log = open(NOON);
    Entry first = log.append(change(1));
    Entry second = log.append(change(2));
    assertThat(first.heading().previous()).isEmpty();
    assertThat(second.heading().previous()).contains(first.heading().id());
    assertThat(log.last()).contains(second.heading());
  }

  @Test
  void theIdentityOfAnEntryStandsForItsContentItsTimeAndAllBefore() {
    Entry first = open(NOON).append(change(1));
    assertThat(open(NOON).append(change(1)).heading().id()).isEqualTo(first.heading().id());
    assertThat(open(NOON).append(change(2)).heading().id()).isNotEqualTo(first.heading().id());
    assertThat(open(NOON.plusSeconds(1)).append(change(1)).heading().id())
        .isNotEqualTo(first.heading().id());
    ChangeLog log = open(NOON);
    log.append(change(2));
    ChangeLog other = open(NOON);
    other.append(change(3));
    assertThat(log.append(change(1)).heading().id())
        .isNotEqualTo(other.append(change(1)).heading().id());
  }

  @Test
  void headingsTellWhatTheEntriesDo() {
    ChangeLog log = open(NOON);
    log.append(change(1));
    Quad gone = change(1).added().iterator().next();
    Change second = new Change("ann", "second", List.of(), List.of(gone), Set.of(SOURCE), Set.of());
    log.append(second);
    try (Stream<Heading> headings = log.headings(new Version(1))) {
      Heading heading = headings.findFirst().orElseThrow();
      assertThat(heading.author()).isEqualTo("ann");
      assertThat(heading.message()).isEqualTo("second");
      assertThat(heading.added()).isZero();
      assertThat(heading.deleted()).isEqualTo(1);
      assertThat(heading.created()).containsExactly(SOURCE);
      assertThat(heading.dropped()).isEmpty();
    }
  }

  static Stream<Node> terms() {
    Node nested =
        NodeFactory.createTripleTerm(
            NodeFactory.createBlankNode("b0"),
            SOURCE,
            NodeFactory.createLiteralDirLang("\u0645", "ar", "rtl"));
    return Stream.of(
        NodeFactory.createLiteralString(
            "quotes \" ' \\ and \r\n\t\f\b \u0001\u0085\uFFFF \uD83D\uDE00"),
        NodeFactory.createLiteralString(""),
        NodeFactory.createLiteralLang("Herz", "de-AT"),
        NodeFactory.createLiteralDT("01.50", XSDDatatype.XSDdecimal),
        NodeFactory.createLiteralDT("not a number", XSDDatatype.XSDinteger),
        NodeFactory.createLiteralDT(
            "x", TypeMapper.getInstance().getSafeTypeByName("https://example.org/type")),
        NodeFactory.createURI("https://example.org/a b\u00e9<>%20"),
        NodeFactory.createURI("urn:x"),
        NodeFactory.createBlankNode("b1"),
        nested,
        NodeFactory.createTripleTerm(SOURCE, SOURCE, nested));
  }

  @ParameterizedTest
  @MethodSource("terms")
  void everyTermComesBackAsItWas(Node term) {
    ChangeLog log = open(NOON);
    Change change =
        new Change(
            "tests",
            "in a graph and out of the default graph",
            List.of(Quad.create(SOURCE, SOURCE, SOURCE, term)),
            List.of(Quad.create(Quad.defaultGraphIRI, SOURCE, SOURCE, term)));
    log.append(change);
    assertThat(log.after(Version.NONE)).extracting(Entry::change).containsExactly(change);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "x\uDC00"})
  void halfACharacterCannotBeWrittenDown(String text) {
    ChangeLog log = open(NOON);
    Node half = NodeFactory.createLiteralString(text);
    Change change =
        new Change("tests", "half", List.of(Quad.create(SOURCE, SOURCE, SOURCE, half)), List.of());
    assertThatIllegalArgumentException().isThrownBy(() -> log.append(change));
    assertThat(log.head()).isEqualTo(Version.NONE);
  }

  @Test
  void writersAtTheSameTimeGetVersionsWithoutGaps() throws Exception {
    ChangeLog log = open(NOON);
    int writers = 8;
    int each = 50;
    List<Callable<List<Version>>> tasks = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      tasks.add(() -> appendSome(log, each));
    }
    List<Version> given = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      for (Future<List<Version>> task : pool.invokeAll(tasks)) {
        List<Version> own = task.get();
        assertThat(own).as("versions of one writer").isSorted();
        given.addAll(own);
      }
    }
    List<Version> all =
        LongStream.rangeClosed(1, (long) writers * each).mapToObj(Version::new).toList();
    assertThat(given).containsExactlyInAnyOrderElementsOf(all);
    assertThat(log.after(Version.NONE)).extracting(Entry::version).containsExactlyElementsOf(all);
  }

  private static List<Version> appendSome(ChangeLog log, int howMany) {
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      versions.add(log.append(change(i)).version());
    }
    return versions;
  }
}
