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
    boolean graphs = parse.lang().equals(Lang.TRIG);
    int start = 0;
    boolean insideGraph = false;
    while (start < text.length()) {
      // Resumes on the character before, in whose place a graph that is still open opens again.
      int shift = Math.max(0, start - 1);
      String piece = start == 0 ? text : (insideGraph ? "{" : " ") + text.substring(start);
      problems.locateBy(
          (line, column) -> Position.at(text, shift + Position.indexOf(piece, line, column)));
      if (parse.run(piece) || problems.lastLine() < 1) {
        return;
      }
      int error = shift + Position.indexOf(piece, problems.lastLine(), problems.lastColumn());
      StatementEnds ends = new StatementEnds(text, graphs, start, insideGraph);
      // What was not terminated ends where the parser took offence: a statement begins there.
      boolean unterminated = problems.lastMessage().contains("not terminated") && error > start;
      start = unterminated ? ends.upTo(error) : ends.firstAfter(error);
      insideGraph = ends.insideGraph();
    }
  }
}
