package org.dramatis.link.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.dramatis.link.match.Profile.Form;
import org.dramatis.link.match.Profile.Neighbour;

/** Finds the few entities of the other side that are worth a comparison, with Lucene on disk. */
final class Blocks implements AutoCloseable {

  /** So many are compared with one entity, and no more. */
  private static final int CANDIDATES = 24;

  private static final int MOST_WORDS = 10;
  private static final int MOST_NEIGHBOURS = 8;

  /** Each costs as much as all the rest of a question. */
  private static final int MOST_GUESSES = 2;

  private static final int MOST_SPELLINGS = 10;
  private static final int WORTH_A_GUESS = 4;
  private static final int LONG_WORD = 6;

  private static final String WORD = "word";
  private static final String NAME = "name";
  private static final String NEAR = "near";
  private static final String NUMBER = "number";
  private static final String KIND = "kind";
  private static final String ENTITY = "entity";

  /** No key of a name begins so. */
  private static final String LINKED = "#";

  private final Profiles from;
  private final Frequencies usual;
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  Blocks(Profiles from, Profiles to, Frequencies usual, Path folder, Progress progress)
      throws IOException {
    this.from = from;
    this.usual = usual;
    this.directory = FSDirectory.open(folder);
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < to.size(); i++) {
        writer.addDocument(document(i, to));
        progress.at("index", i + 1L, to.size());
      }
      writer.forceMerge(1);
    }
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  private static Document document(int entity, Profiles to) {
    Profile profile = to.get(entity);
    Document document = new Document();
    document.add(new NumericDocValuesField(ENTITY, entity));
    document.add(new StringField(KIND, profile.kind().name(), Field.Store.NO));
    words(profile).forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
    names(profile).forEach(name -> document.add(new StringField(NAME, name, Field.Store.NO)));
    neighbours(profile)
        .flatMap(neighbour ->
            Stream.concat(
                to.keys(neighbour), Profiles.number(neighbour).map(Blocks::linked).stream()))
        .distinct()
        .forEach(key -> document.add(new StringField(NEAR, key, Field.Store.NO)));
    numbers(profile)
        .forEach(number -> document.add(new StringField(NUMBER, number, Field.Store.NO)));
    return document;
  }

  private static String linked(int entity) {
    return LINKED + entity;
  }

  private static Set<String> words(Profile profile) {
    Set<String> words = new LinkedHashSet<>();
    profile.forms().stream().map(Form::words).forEach(words::addAll);
    return words;
  }

  /** The names as wholes: they are much rarer than their words. */
  private static Stream<String> names(Profile profile) {
    return profile.forms().stream().map(Form::joined).distinct();
  }

  private static Stream<Neighbour> neighbours(Profile profile) {
    return Stream.concat(profile.whole().stream(), profile.related().stream()).distinct();
  }

  private static List<String> numbers(Profile profile) {
    return Stream.of(
            profile.year().stream().mapToObj(year -> "y" + year),
            profile.season().stream().mapToObj(season -> "s" + season),
            profile.episode().stream().mapToObj(episode -> "e" + episode))
        .flatMap(each -> each)
        .toList();
  }

  /** The numbers of those that have most in common with an entity, the rarest counting most. */
  int[] candidates(int entity, int[] links) throws IOException {
    Profile profile = from.get(entity);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words(profile).stream()
        .filter(word -> usual.word(word) > 0)
        .sorted(Comparator.comparingInt(usual::word).thenComparing(word -> word))
        .limit(MOST_WORDS)
        .forEach(word -> any.add(new TermQuery(new Term(WORD, word)), Occur.SHOULD));
    words(profile).stream()
        .filter(word -> usual.word(word) == 0 && word.length() >= WORTH_A_GUESS)
        .sorted(
            Comparator.comparingInt((String word) -> -word.length()).thenComparing(word -> word))
        .limit(MOST_GUESSES)
        .forEach(word -> any.add(spellings(word), Occur.SHOULD));
    names(profile).forEach(name -> any.add(new TermQuery(new Term(NAME, name)), Occur.SHOULD));
    neighbours(profile)
        .flatMap(neighbour -> near(neighbour, links))
        .distinct()
        .sorted(Comparator.comparingInt(this::bearers).thenComparing(key -> key))
        .limit(MOST_NEIGHBOURS)
        .forEach(key -> any.add(new TermQuery(new Term(NEAR, key)), Occur.SHOULD));
    BooleanQuery found = any.build();
    if (found.clauses().isEmpty()) {
      return new int[0];
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(found, Occur.MUST);
    numbers(profile)
        .forEach(number -> query.add(new TermQuery(new Term(NUMBER, number)), Occur.SHOULD));
    if (profile.kind() != Kind.OTHER) {
      query.add(
          new BooleanQuery.Builder()
              .add(new TermQuery(new Term(KIND, profile.kind().name())), Occur.SHOULD)
              .add(new TermQuery(new Term(KIND, Kind.OTHER.name())), Occur.SHOULD)
              .build(),
          Occur.FILTER);
    }
    return numbers(searcher.search(query.build(), CANDIDATES).scoreDocs);
  }

  private int[] numbers(ScoreDoc[] found) throws IOException {
    int[] documents = Stream.of(found).mapToInt(doc -> doc.doc).sorted().toArray();
    NumericDocValues values = MultiDocValues.getNumericValues(reader, ENTITY);
    int[] numbers = new int[documents.length];
    for (int i = 0; i < documents.length; i++) {
      values.advanceExact(documents[i]);
      numbers[i] = Math.toIntExact(values.longValue());
    }
    return numbers;
  }

  /** What is linked is one thing, and known best. */
  private int bearers(String key) {
    return key.startsWith(LINKED) ? 0 : usual.neighbour(key);
  }

  private Stream<String> near(Neighbour neighbour, int[] links) {
    Stream<String> linked =
        Profiles.number(neighbour).map(number -> links[number]).stream()
            .filter(link -> link >= 0)
            .map(Blocks::linked);
    return Stream.concat(linked, from.keys(neighbour).filter(key -> usual.neighbour(key) > 0));
  }

  /** A word that the other side does not have at all may be misspelt. */
  private static Query spellings(String word) {
    Query spellings =
        new FuzzyQuery(
            new Term(WORD, word),
            word.length() < LONG_WORD ? 1 : 2,
            1,
            MOST_SPELLINGS,
            true,
            new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MOST_SPELLINGS));
    // Without its own frequency a guess counts as a word that one in a thousand has.
    return new BoostQuery(new ConstantScoreQuery(spellings), 6);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
