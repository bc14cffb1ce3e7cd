package org.dramatis.http.page;

import gg.jte.Content;

/**
 * A page with all that pages have in common.
 *
 * @param page what it says
 * @param context what it tells of its request
 * @param content the page as its own template draws it
 */
public record Layout(Page page, PageContext context, Content content) {

  /** Which page it is, for styles and tests. */
  public String name() {
    return page.getClass().getSimpleName();
  }

  /** Where browsers find the modules of others. */
  public static Content importMap() {
    return out -> out.writeContent(Modules.importMap());
  }
}
