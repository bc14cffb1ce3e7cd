package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.EntityTag;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.Assets;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;

/**
 * The files that pages load. Their address has the digest of what is there, so what is under it
 * never changes; a page of an older program still finds its style, but must ask again.
 */
public final class AssetsEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Each is compressed once. */
  private final transient Map<String, StoredAnswer> answers = new ConcurrentHashMap<>();

  public AssetsEndpoint() {
    super("GET", "HEAD");
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    int slash = path.indexOf('/');
    String digest = path.substring(0, Math.max(0, slash));
    String name = path.substring(slash + 1);
    Assets.Asset asset =
        Assets.named(name)
            .orElseThrow(() ->
                new RequestRefusedException(
                    HttpProblem.notFound("no page loads a file called '" + name + "'")));
    boolean present = digest.equals(Assets.digestOfAll());
    response.setHeader(
        "Cache-Control", present ? "public, max-age=31536000, immutable" : "no-cache");
    Delivery delivery = new Delivery(request, response, Optional.of(EntityTag.of(asset.text())));
    if (!delivery.sendNotModified(true)) {
      delivery.send(answers.computeIfAbsent(name, _ -> stored(asset)));
    }
  }

  private static StoredAnswer stored(Assets.Asset asset) {
    return new StoredAnswer(
        Version.NONE,
        Map.of("Content-Type", asset.mediaType() + ";charset=utf-8"),
        OptionalLong.empty(),
        asset.text().getBytes(StandardCharsets.UTF_8));
  }
}
