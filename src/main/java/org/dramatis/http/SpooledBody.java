package org.dramatis.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer, held back until it is complete or too large to hold. As long as it is held
 * back an error can still take its place.
 */
final class SpooledBody extends OutputStream {

  private final HttpServletResponse response;
  private final int limit;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private boolean flowing;

  /** Holds back up to this many bytes. */
  SpooledBody(HttpServletResponse response, int limit) {
    this.response = response;
    this.limit = limit;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!flowing && held.size() + length > limit) {
      flowing = true;
      held.writeTo(response.getOutputStream());
      held.reset();
    }
    if (flowing) {
      response.getOutputStream().write(bytes, offset, length);
    } else {
      held.write(bytes, offset, length);
    }
  }

  /** Sends what is held back; to be called only when the body is complete. */
  void complete() throws IOException {
    if (!flowing) {
      response.setContentLength(held.size());
      held.writeTo(response.getOutputStream());
    }
  }
}
