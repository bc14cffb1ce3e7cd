package org.dramatis.http.dump;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.io.IOUtils;
import org.dramatis.http.answer.ContentCoding;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.EntityTag;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * A file on its way to a client, whole or the part that is still missing (RFC 9110, section 14). It
 * is never compressed on the way, so that a part of it is a part of the file.
 *
 * @param made the file
 * @param name what was asked for
 * @param kind which file that is
 * @param asked the version that it holds
 */
record FileAnswer(DumpFiles.Made made, DumpName name, DumpName.Kind kind, AskedVersion asked) {

  void send(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    asked.tell(name.original(), request, response);
    EntityTag tag = asked.tag().of("dump", kind.extension(), made.digest().hex());
    String quoted = tag.header(ContentCoding.IDENTITY);
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader("Repr-Digest", digest());
    if (new Delivery(request, response, Optional.of(tag)).sendNotModified(true)) {
      return;
    }
    // Opened before anything is sent: the file may go meanwhile, but not from under us.
    try (InputStream in = Files.newInputStream(made.path())) {
      Optional<ByteRange> part = part(request, response, quoted);
      response.setHeader("ETag", quoted);
      response.setHeader("Content-Type", kind.mediaType());
      response.setHeader(
          "Content-Disposition",
          "attachment; filename=\"dramatis-%s.%s\"".formatted(asked.version(), kind.extension()));
      long length = part.map(ByteRange::length).orElse(made.size());
      response.setContentLengthLong(length);
      if (part.isPresent()) {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader("Content-Range", part.get().of(made.size()));
        in.skipNBytes(part.get().first());
      } else {
        response.setHeader("Content-Digest", digest());
      }
      if (request.getMethod().equals("GET")) {
        OutputStream out = response.getOutputStream();
        IOUtils.copyLarge(in, out, 0, length);
      }
    }
  }

  /** Only of the same file that the client has the beginning of, and only for GET. */
  private Optional<ByteRange> part(
      HttpServletRequest request, HttpServletResponse response, String tag)
      throws RequestRefusedException {
    String range = request.getHeader("Range");
    String same = request.getHeader("If-Range");
    if (range == null
        || !request.getMethod().equals("GET")
        || (same != null && !same.strip().equals(tag))) {
      return Optional.empty();
    }
    try {
      return ByteRange.parse(range, made.size());
    } catch (RequestRefusedException outside) {
      response.setHeader("Content-Range", "bytes */" + made.size());
      response.setHeader("Cache-Control", "no-store");
      throw outside;
    }
  }

  private String digest() {
    byte[] bytes = HexFormat.of().parseHex(made.digest().hex());
    return "sha-256=:" + Base64.getEncoder().encodeToString(bytes) + ":";
  }
}
