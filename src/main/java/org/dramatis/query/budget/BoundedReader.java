package org.dramatis.query.budget;

import java.io.IOException;
import java.io.StringReader;

/** A text on its way to a parser, for as long as a budget lasts. */
public final class BoundedReader extends StringReader {

  private final Budget budget;

  public BoundedReader(String text, Budget budget) {
    super(text);
    this.budget = budget;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    budget.check();
    return super.read(buffer, offset, length);
  }
}
