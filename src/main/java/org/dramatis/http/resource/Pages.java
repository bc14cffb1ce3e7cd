package org.dramatis.http.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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
    return answer(page, version, Map.of(), request);
  }

  /** The same with more headers. */
  static StoredAnswer answer(
      Page page, Version version, Map<String, String> more, HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>(PageHeaders.ALL);
    headers.putAll(more);
    String text = Templates.html(page, Endpoint.context(request));
    return new StoredAnswer(
        version, headers, OptionalLong.empty(), text.getBytes(StandardCharsets.UTF_8));
  }
}
