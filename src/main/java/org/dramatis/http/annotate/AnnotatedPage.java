package org.dramatis.http.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.http.page.AnnotatePage;
import org.dramatis.http.page.LocalLinks;

/** Puts what was found on a page. */
final class AnnotatedPage {

  private AnnotatedPage() {}

  static AnnotatePage of(Annotated annotated) {
    String text = annotated.given().text();
    List<AnnotatePage.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Annotated.Mark mark : annotated.marks()) {
      int start = mark.mention().range().start();
      pieces.add(new AnnotatePage.Piece.Words(text.substring(at, start)));
      pieces.add(
          new AnnotatePage.Piece.Marked(
              annotated.words(mark),
              mark.start(),
              mark.end(),
              mark.mention().candidates().stream()
                  .map(candidate ->
                      new AnnotatePage.Thing(
                          LocalLinks.NEWEST.show(
                              candidate.entry().entity(), Optional.of(annotated.label(candidate))),
                          annotated.summary(candidate).types().stream()
                              .map(type -> type.label())
                              .toList(),
                          candidate.score()))
                  .toList()));
      at = mark.mention().range().end();
    }
    pieces.add(new AnnotatePage.Piece.Words(text.substring(at)));
    return new AnnotatePage(annotated.given().input(), pieces);
  }
}
