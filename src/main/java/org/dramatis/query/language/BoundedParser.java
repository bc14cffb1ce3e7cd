package org.dramatis.query.language;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.lang.SPARQLParser;
import org.apache.jena.sparql.lang.sparql_12.javacc.ParseException;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12;
import org.apache.jena.sparql.lang.sparql_12.javacc.TokenMgrError;
import org.dramatis.query.budget.BoundedReader;
import org.dramatis.query.budget.Budget;

/**
 * Jena's parser of SPARQL 1.2 queries, which reads for as long as a budget lasts, and knows the
 * scope of variables as the standard has it.
 */
final class BoundedParser extends SPARQLParser {

  private final Budget budget;

  BoundedParser(Budget budget) {
    this.budget = budget;
  }

  @Override
  protected Query parse$(Query query, String text) {
    query.setSyntax(Syntax.syntaxSPARQL_12);
    query.setStrict(true);
    SPARQLParser12 parser = new SPARQLParser12(new BoundedReader(text, budget));
    parser.setQuery(query);
    try {
      parser.QueryUnit();
      return query;
    } catch (ParseException wrong) {
      throw new QueryParseException(
          wrong.getMessage(), wrong.currentToken.beginLine, wrong.currentToken.beginColumn);
    } catch (TokenMgrError wrong) {
      throw new QueryParseException(
          wrong.getMessage(), parser.token.endLine, parser.token.endColumn);
    } catch (QueryException wrong) {
      throw wrong;
    } catch (JenaException wrong) {
      throw new QueryException(wrong.getMessage(), wrong);
    }
  }

  @Override
  protected void validateParsedQuery(Query query) {
    Scope.check(query);
  }
}
