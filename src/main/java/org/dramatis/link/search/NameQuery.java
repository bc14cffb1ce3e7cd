package org.dramatis.link.search;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What Lucene is asked, to find the names that are worth a closer look. */
final class NameQuery {

  private static final float EXACT = 10;
  private static final float PREFIX = 6;
  private static final float TYPO = 4;
  private static final float MOST_LINKS = 2;
  private static final int WORDS_WITH_TYPOS = 50;

  /** With so many words one may be missing. */
  private static final int WORDS_FOR_ONE_MISSING = 3;

  private NameQuery() {}

  /**
   * Asks for names.
   *
   * @param firstLetter whether the first letter of every word is right, which is much less to look
   *     at
   */
  static Query of(Question question, List<String> words, boolean firstLetter) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    words.forEach(word -> some.add(word(word, firstLetter), Occur.SHOULD));
    some.setMinimumNumberShouldMatch(
        words.size() < WORDS_FOR_ONE_MISSING ? words.size() : words.size() - 1);
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(some.build(), Occur.MUST);
    all.add(
        FeatureField.newSaturationQuery(NameFields.RANK, NameFields.LINKS, MOST_LINKS, MOST_LINKS),
        Occur.SHOULD);
    if (!question.types().isEmpty()) {
      all.add(ofOne(question.types()), Occur.FILTER);
    }
    question.language().ifPresent(language -> all.add(inLanguage(language), Occur.FILTER));
    return all.build();
  }

  private static Query ofOne(Set<Node> types) {
    BooleanQuery.Builder one = new BooleanQuery.Builder();
    types.forEach(
        type -> one.add(new TermQuery(new Term(NameFields.TYPE, type.getURI())), Occur.SHOULD));
    return one.build();
  }

  private static Query inLanguage(String language) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(NameFields.LANGUAGE, "")), Occur.SHOULD)
        .add(new TermQuery(new Term(NameFields.LANGUAGE, language)), Occur.SHOULD)
        .add(new PrefixQuery(new Term(NameFields.LANGUAGE, language + "-")), Occur.SHOULD)
        .build();
  }

  private static Query word(String word, boolean firstLetter) {
    Term term = new Term(NameFields.WORD, word);
    Query exact = constant(new TermQuery(term), EXACT);
    Query prefix = constant(new PrefixQuery(term), PREFIX);
    int typos = Match.typos(word);
    if (typos == 0) {
      return new DisjunctionMaxQuery(List.of(exact, prefix), 0);
    }
    Query typo =
        new FuzzyQuery(
            term,
            typos,
            firstLetter ? 1 : 0,
            WORDS_WITH_TYPOS,
            true,
            new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(WORDS_WITH_TYPOS));
    return new DisjunctionMaxQuery(List.of(exact, prefix, constant(typo, TYPO)), 0);
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
