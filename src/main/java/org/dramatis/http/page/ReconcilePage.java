package org.dramatis.http.page;

import java.util.List;

/** What a person sees who opens the address that is meant for OpenRefine. */
public final class ReconcilePage {

  private ReconcilePage() {}

  /**
   * The page.
   *
   * @param address of the service
   * @param versions of the API that it speaks
   * @param most so many queries are answered at once
   */
  public static String write(String address, List<String> versions, int most) {
    StringBuilder page = new StringBuilder(Frame.open("Matching a table"));
    page.append(
        """
        <h1>Matching a table</h1>
        <p>This address is for programs that match a table of names or identifiers with what is known here. In
        OpenRefine, choose <em>Reconcile</em>, <em>Start reconciling</em> and <em>Add standard service</em>, and give it</p>
        <pre>%s</pre>
        <p>It speaks the <a href="https://www.w3.org/community/reconciliation/">Reconciliation Service API</a>, up to
        %,d queries at once, in these versions:</p>
        <ul>
        """
            .formatted(Html.escape(address), most));
    for (String version : versions) {
      page.append(
          "<li>%s</li>%n".formatted(Html.link("/reconcile/" + version + "?format=json", version)));
    }
    page.append(
        """
        </ul>
        <p>To look for a single name, there is <a href="/search">a search</a>.</p>
        """);
    return page.append(Frame.close()).toString();
  }
}
