package org.dramatis.http.page;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Timeline;

/**
 * What happened when, as claims say: in the world by dates, in stories by their own order.
 *
 * @param world by date
 * @param stories each of one work
 */
public record TimelinePage(List<Step> world, List<Story> stories) implements Page {

  /**
   * A time and what is said of it.
   *
   * @param time a date, or the number of a step
   */
  public record Step(String time, List<ClaimCard> claims) {}

  /**
   * The story of a work.
   *
   * @param unplaced what happens in it at no stated time
   */
  public record Story(Shown work, List<Step> steps, List<ClaimCard> unplaced) {}

  /** The page of a timeline. */
  public static TimelinePage of(Timeline timeline, Set<Node> disputed, LocalLinks links) {
    ClaimCard.Cards cards = new ClaimCard.Cards(links, disputed);
    return new TimelinePage(
        timeline.dated().entrySet().stream()
            .map(each -> new Step(each.getKey(), each.getValue().stream().map(cards::of).toList()))
            .toList(),
        timeline.stories().stream()
            .map(story ->
                new Story(
                    cards.show(story.work()),
                    story.steps().entrySet().stream()
                        .map(each ->
                            new Step(
                                String.valueOf(each.getKey()),
                                each.getValue().stream().map(cards::of).toList()))
                        .toList(),
                    story.unplaced().stream().map(cards::of).toList()))
            .toList());
  }

  @Override
  public String title() {
    return "Timeline";
  }

  @Override
  public Section section() {
    return Section.TIMELINE;
  }
}
