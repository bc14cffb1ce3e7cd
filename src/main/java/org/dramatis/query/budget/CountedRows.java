package org.dramatis.query.budget;

import org.apache.jena.riot.rowset.RowSetWrapper;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.query.problem.AnswerTooLargeException;

/** Rows that are counted as they are read, and that end in a failure after the most of them. */
public final class CountedRows extends RowSetWrapper {

  private final long most;
  private long count;

  public CountedRows(RowSet rows, long most) {
    super(rows);
    this.most = most;
  }

  @Override
  public Binding next() {
    Binding row = super.next();
    count++;
    if (count > most) {
      throw new AnswerTooLargeException(most, "rows");
    }
    return row;
  }

  public long count() {
    return count;
  }
}
