package org.dramatis.http.answer;

import java.util.List;
import java.util.OptionalLong;
import org.dramatis.model.Version;

/**
 * All that an answer depends on.
 *
 * @param version the data
 * @param text the query
 * @param defaultGraphs the graphs that the request chose
 * @param namedGraphs the named graphs that the request chose
 * @param form how it is written, exactly
 * @param cutAt the most rows that the client wants
 */
public record AnswerKey(
    Version version,
    String text,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    String form,
    OptionalLong cutAt) {

  /** The same of another version. */
  public AnswerKey at(Version other) {
    return new AnswerKey(other, text, defaultGraphs, namedGraphs, form, cutAt);
  }

  /** The tag of the answer; versions count from 1 in every run, so the run is a part of it. */
  public EntityTag tag(String run) {
    return EntityTag.of(
        run,
        version.toString(),
        text,
        String.join(" ", defaultGraphs),
        String.join(" ", namedGraphs),
        form,
        cutAt.toString());
  }

  int characters() {
    return text.length()
        + defaultGraphs.stream().mapToInt(String::length).sum()
        + namedGraphs.stream().mapToInt(String::length).sum();
  }
}
