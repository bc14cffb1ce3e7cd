package org.dramatis.http.mcp;

import java.io.IOException;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.problem.QueryFailedException;

/** Something that a model can have done, which only ever reads. */
interface Tool {

  /** What models call it. */
  String name();

  /** What people call it. */
  String title();

  /** When to use it and what it answers, for a model that knows nothing else. */
  String description();

  /** What it takes, as a schema of JSON. */
  String input();

  /** An object of JSON. */
  String answer(Call call, Arguments arguments)
      throws IOException, QueryFailedException, RequestRefusedException;
}
