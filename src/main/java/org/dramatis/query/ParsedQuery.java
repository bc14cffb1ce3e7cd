package org.dramatis.query;

import org.apache.jena.query.Query;
import org.dramatis.query.answer.AnswerFormat;

/**
 * A query that was read and checked; it is shared between requests and must not be changed.
 *
 * @param query the query with the graphs that the request chose
 * @param kind which kind of format can hold its answer
 * @param repeatable whether the same version always gives the same answer
 * @param asksForDescription whether it asks what the service tells of itself
 */
public record ParsedQuery(
    Query query, AnswerFormat.Kind kind, boolean repeatable, boolean asksForDescription) {

  static ParsedQuery of(Query query) {
    AnswerFormat.Kind kind =
        query.isSelectType() || query.isAskType()
            ? AnswerFormat.Kind.ROWS
            : AnswerFormat.Kind.GRAPH;
    return new ParsedQuery(query, kind, Repeatability.of(query), OwnDescription.isAskedBy(query));
  }
}
