package org.dramatis.http.reconcile;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.refusal.ProblemAnswer;

/**
 * A problem in the form of the answer that it takes the place of, so that it keeps to the API’s
 * schemas: it has what an answer has, and that is empty.
 */
enum ProblemForm {
  /** Where nothing is expected but a problem. */
  PLAIN,
  /** Each member of such an answer is a result; the only one is called error. */
  KEYED_BATCH,
  /** An answer has results. */
  LISTED_BATCH,
  /** An answer has a result. */
  SUGGESTIONS,
  /** An answer has columns, and rows by their ids. */
  KEYED_ROWS,
  /** An answer has columns and rows. */
  LISTED_ROWS,
  /** An answer has properties. */
  PROPOSALS;

  /** Where a request holds its form once its body has told it. */
  static final String ATTRIBUTE = ProblemForm.class.getName();

  ProblemAnswer of(ProblemAnswer problem) {
    if (this == PLAIN) {
      return problem;
    }
    JsonObject body = JSON.parse(problem.body());
    switch (this) {
      case PLAIN -> {}
      case KEYED_BATCH, SUGGESTIONS -> body.put("result", new JsonArray());
      case LISTED_BATCH -> body.put("results", new JsonArray());
      case KEYED_ROWS -> {
        body.put("meta", new JsonArray());
        body.put("rows", new JsonObject());
      }
      case LISTED_ROWS -> {
        body.put("meta", new JsonArray());
        body.put("rows", new JsonArray());
      }
      case PROPOSALS -> body.put("properties", new JsonArray());
    }
    return this == KEYED_BATCH
        ? with(problem, "application/json", error(body))
        : with(problem, problem.mediaType(), body);
  }

  private static JsonObject error(JsonObject body) {
    JsonObject error = new JsonObject();
    error.put("error", body);
    return error;
  }

  private static ProblemAnswer with(ProblemAnswer problem, String mediaType, JsonObject body) {
    return new ProblemAnswer(problem.status(), problem.headers(), mediaType, body + "\n");
  }
}
