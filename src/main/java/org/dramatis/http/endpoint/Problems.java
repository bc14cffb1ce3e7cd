package org.dramatis.http.endpoint;

import java.util.List;
import java.util.Optional;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.problem.HttpProblem;

/** In which form an error is sent. */
public final class Problems {

  private static final Negotiation<String> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>(HttpProblem.MEDIA_TYPE, HttpProblem.MEDIA_TYPE),
              new Negotiation.Offer<>(PageHeaders.HTML, PageHeaders.HTML)));

  private Problems() {}

  /** A browser says that it wants HTML; whoever wants neither form gets the machine's one. */
  public static boolean inHtml(String accept) {
    return FORMS.choose(accept).equals(Optional.of(PageHeaders.HTML));
  }
}
