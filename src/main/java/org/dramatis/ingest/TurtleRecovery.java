package org.dramatis.ingest;

import org.apache.jena.riot.Lang;

/**
 * Goes on after a syntax error in Turtle or TriG, so that one missing bracket does not hide what
 * else is wrong: finds where the broken statement ends and parses what follows with the prefixes
 * and the base known so far.
 */
final class TurtleRecovery {

  private TurtleRecovery() {}

  /** Parses the text to its end, whatever is wrong in between. */
  static void parse(Parse parse, ProblemCollector problems, String text) {
    int start = 0;
    boolean insideGraph = false;
    while (start < text.length()) {
      int origin = start;
      // Resumes on the character before, in whose place the graph that is still open opens again.
      String piece = origin == 0 ? text : (insideGraph ? "{" : " ") + text.substring(origin);
      int shift = origin == 0 ? 0 : origin - 1;
      problems.locateBy(
          (line, column) -> Position.at(text, shift + Position.indexOf(piece, line, column)));
      if (parse.run(piece) || problems.lastLine() < 1) {
        return;
      }
      int error = shift + Position.indexOf(piece, problems.lastLine(), problems.lastColumn());
      StatementEnds ends = new StatementEnds(text, parse.lang().equals(Lang.TRIG));
      start = ends.firstAfter(origin, error, insideGraph);
      insideGraph = ends.insideGraph();
    }
  }
}
