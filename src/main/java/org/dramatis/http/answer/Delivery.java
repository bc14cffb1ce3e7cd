package org.dramatis.http.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.dramatis.query.warning.Warning;

/** Sends an answer to the client of one request, in the way that this client wants it. */
public final class Delivery {

  /** The headers of which each of both has a part. */
  private static final Set<String> LISTS = Set.of(Warning.HEADER, "Link");

  private static final int GZIP_BUFFER = 8 * 1024;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Optional<EntityTag> tag;
  private final ContentCoding coding;

  /** To the client of a request; the tag names the answer, if it can be recognized at all. */
  public Delivery(
      HttpServletRequest request, HttpServletResponse response, Optional<EntityTag> tag) {
    this.request = request;
    this.response = response;
    this.tag = tag;
    this.coding = ContentCoding.choose(all(request, "Accept-Encoding"));
  }

  /**
   * Says that the client's copy is still right, if it has one that is.
   *
   * @param there whether there is an answer for sure, which is all that {@code *} asks for
   */
  public boolean sendNotModified(boolean there) {
    String known = all(request, "If-None-Match");
    boolean reads = request.getMethod().equals("GET") || isHead();
    boolean any = there && known.strip().equals("*");
    if (!reads || tag.isEmpty() || !(any || tag.get().isIn(known))) {
      return false;
    }
    setTag(known.contains(tag.get().header(coding)) ? coding : ContentCoding.IDENTITY);
    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    return true;
  }

  /** Sends a complete answer. */
  public void send(StoredAnswer answer) throws IOException {
    ContentCoding used = answer.isWorthCompressing() ? coding : ContentCoding.IDENTITY;
    byte[] body = answer.body(used);
    setHeaders(answer.headers(), used);
    response.setContentLength(body.length);
    if (!isHead()) {
      response.getOutputStream().write(body);
    }
  }

  /** Sends an answer as it comes, with headers that describe it. */
  public SpooledBody.Outlet stream(Map<String, String> headers) {
    return new Stream(headers);
  }

  private final class Stream implements SpooledBody.Outlet {

    private final Map<String, String> headers;
    private final Wire wire = Wire.of(request);
    private Optional<OutputStream> out = Optional.empty();

    private Stream(Map<String, String> headers) {
      this.headers = headers;
    }

    @Override
    public OutputStream open() throws IOException {
      setHeaders(headers, coding);
      if (isHead()) {
        response.flushBuffer();
        throw new HeadersSufficeException();
      }
      if (request.getProtocol().equals("HTTP/1.1")) {
        // Otherwise a client that wants the connection closed afterwards could take its end for
        // the end of the answer.
        response.setHeader("Transfer-Encoding", "chunked");
      }
      wire.breaksWhenClosed();
      OutputStream plain = response.getOutputStream();
      OutputStream opened =
          switch (coding) {
            case IDENTITY -> plain;
            case GZIP -> new GZIPOutputStream(plain, GZIP_BUFFER);
          };
      out = Optional.of(opened);
      return opened;
    }

    @Override
    public void complete() throws IOException {
      if (out.isPresent()) {
        out.get().close();
      }
      wire.endsInPeace();
    }
  }

  private boolean isHead() {
    return request.getMethod().equals("HEAD");
  }

  private void setHeaders(Map<String, String> headers, ContentCoding used) {
    headers.forEach(this::setHeader);
    if (headers.getOrDefault("Content-Type", "").startsWith("text/html")) {
      response.getHeaders("Cache-Control").stream()
          .filter(kept -> kept.contains("immutable"))
          .findAny()
          // Data of a version never change; a page is drawn by a program, which may do it better.
          .ifPresent(_ -> response.setHeader("Cache-Control", "no-cache"));
    }
    setTag(used);
    if (used == ContentCoding.GZIP) {
      response.setHeader("Content-Encoding", "gzip");
    }
  }

  /** What is said of the request stands before what is said of the answer. */
  private void setHeader(String name, String value) {
    String before = LISTS.contains(name) ? response.getHeader(name) : null;
    response.setHeader(name, before == null ? value : before + ", " + value);
  }

  private void setTag(ContentCoding used) {
    tag.ifPresent(value -> response.setHeader("ETag", value.header(used)));
  }

  private static String all(HttpServletRequest request, String header) {
    return String.join(",", Collections.list(request.getHeaders(header)));
  }
}
