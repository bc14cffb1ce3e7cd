package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;

/**
 * Every published question.
 *
 * @param topics what they are about
 */
public record Questions(List<Topic> topics) {

  /** The questions of a topic. */
  public record Topic(String name, List<Question> questions) {}

  /**
   * One question.
   *
   * @param asked leads to its answer, or to where it is given what it needs
   * @param written where it is told how it is asked
   */
  public record Question(Link asked, String written) {

    private static Question of(PublishedQuery query) {
      String written = "/queries/" + query.path();
      return new Question(
          new Link(query.unaided().isPresent() ? written + "?format=html" : written, query.title()),
          written);
    }
  }

  /** Those of a catalogue. */
  static Questions of(Catalogue catalogue) {
    List<Topic> topics = new ArrayList<>();
    catalogue
        .byTopic()
        .forEach((name, queries) ->
            topics.add(new Topic(name, queries.stream().map(Question::of).toList())));
    return new Questions(topics);
  }
}
