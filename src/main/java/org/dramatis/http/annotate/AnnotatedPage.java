package org.dramatis.http.annotate;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.http.page.AnnotatePage;

/** Puts what was found on a page. */
final class AnnotatedPage {

  private AnnotatedPage() {}

  static String of(Annotated annotated) {
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
                          candidate.entry().entity(),
                          annotated.label(candidate),
                          annotated.summary(candidate).types().stream()
                              .map(type -> type.label())
                              .toList(),
                          candidate.score()))
                  .toList()));
      at = mark.mention().range().end();
    }
    pieces.add(new AnnotatePage.Piece.Words(text.substring(at)));
    return AnnotatePage.of(annotated.given().input(), pieces);
  }
}
