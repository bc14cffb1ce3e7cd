package org.dramatis.query.engine;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.apache.jena.sparql.util.Context;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.federation.Patience;
import org.dramatis.query.federation.RemoteAnswer;
import org.dramatis.query.federation.RemoteEndpoints;
import org.dramatis.query.federation.RemoteFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.query.problem.ServiceFailedException;

/**
 * SERVICE within one query. Of an answer only the variables are taken that the pattern has, and
 * either all of its rows or none.
 */
public final class RemoteService implements ServiceExecutor {

  /** So many requests a query may cause, lest it uses this service to press upon another. */
  public static final int MOST_REQUESTS = 100;

  private static final int MEMORY_A_BYTE = 4;

  private final RemoteEndpoints endpoints;
  private final Budget budget;
  private int requests;

  public RemoteService(RemoteEndpoints endpoints, Budget budget) {
    this.endpoints = endpoints;
    this.budget = budget;
  }

  @Override
  public QueryIterator createExecution(
      OpService service, OpService original, Binding outer, ExecutionContext context) {
    try {
      QueryIterator rows = QueryIterPlainWrapper.create(rows(service).iterator(), context);
      return new QueryIterCommonParent(rows, outer, context);
    } catch (RemoteFailedException failed) {
      if (service.getSilent()) {
        return QueryIterSingleton.create(outer, context);
      }
      throw new ServiceFailedException(
          failed.isRefused()
              ? new QueryProblem.Refused("SERVICE: " + failed.reason())
              : new QueryProblem.ServiceFailed(failed.reason()),
          failed);
    }
  }

  private List<Binding> rows(OpService service) throws RemoteFailedException {
    if (!service.getService().isURI()) {
      throw RemoteFailedException.refused("what is to be asked is no IRI or is not bound");
    }
    requests++;
    if (requests > MOST_REQUESTS) {
      throw RemoteFailedException.refused(
          "a query may send at most %d requests; ask for all rows in one, as a sub-query"
              .formatted(MOST_REQUESTS));
    }
    Op asked = Rename.reverseVarRename(service.getSubOp(), true);
    Query query = OpAsQuery.asQuery(asked);
    String endpoint = service.getService().getURI();
    RemoteAnswer answer =
        budget.lending(() -> endpoints.ask(endpoint, query.toString(), new Waiting()));
    return read(answer, OpVars.visibleVars(service));
  }

  private List<Binding> read(RemoteAnswer answer, Set<Var> wanted) throws RemoteFailedException {
    Lang lang =
        answer.mediaType().equals(RemoteEndpoints.JSON)
            ? ResultSetLang.RS_JSON
            : ResultSetLang.RS_XML;
    try {
      RowSet rows =
          RowSetReaderRegistry.getFactory(lang)
              .create(lang)
              .read(new ByteArrayInputStream(answer.body()), Context.emptyContext());
      List<Binding> read = new ArrayList<>();
      while (rows.hasNext()) {
        budget.check();
        read.add(renamed(rows.next(), wanted));
      }
      return read;
    } catch (QueryCancelledException stopped) {
      throw stopped;
    } catch (RuntimeException | StackOverflowError malformed) {
      throw RemoteFailedException.failed("the answer of an endpoint is no table of results");
    }
  }

  /**
   * The engine gives the variables of inner scopes names with slashes; elsewhere they have none.
   */
  private static Binding renamed(Binding row, Set<Var> wanted) {
    BindingBuilder builder = BindingFactory.builder();
    for (Var variable : wanted) {
      String name = variable.getVarName();
      Var there = Var.alloc(name.substring(name.lastIndexOf('/') + 1));
      if (row.contains(there)) {
        builder.add(variable, row.get(there));
      }
    }
    return builder.build();
  }

  private final class Waiting implements Patience {
    @Override
    public Duration left() {
      return budget.left();
    }

    @Override
    public void check() {
      budget.check();
    }

    @Override
    public void took(int bytes) {
      budget.charge((long) bytes * MEMORY_A_BYTE);
    }
  }
}
