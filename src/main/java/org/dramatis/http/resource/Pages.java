package org.dramatis.http.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.Templates;
import org.dramatis.model.Version;

/** Pages about things as complete answers. */
final class Pages {

  private Pages() {}

  /** The page with the warnings of the request. */
  static StoredAnswer answer(Page page, Version version, HttpServletRequest request) {
    String text = Templates.html(page, Endpoint.context(request));
    return new StoredAnswer(
        version, PageHeaders.ALL, OptionalLong.empty(), text.getBytes(StandardCharsets.UTF_8));
  }
}
