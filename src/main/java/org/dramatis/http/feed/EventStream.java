package org.dramatis.http.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dramatis.model.Version;

/**
 * Server-Sent Events of one follower: every version after one, as soon as it is there. A client
 * that takes nothing for as long as a connection may be silent is cut off.
 *
 * @param followers who else follows
 * @param response goes to this one
 */
record EventStream(Followers followers, HttpServletResponse response) {

  /** Less than a connection may be silent; what is not there any more is noticed by it, too. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(12);

  private static final String RETRY = "retry: 2000\n";
  private static final String STILL_HERE = ": still here\n\n";

  /** Tells of every version after this one until the server stops or the client goes. */
  void send(Version after) throws IOException {
    OutputStream out = response.getOutputStream();
    write(RETRY + followers.mark(after).orElse("\n"), out);
    Version told = after;
    try {
      while (!followers.hasEnded()) {
        if (followers.await(told, HEARTBEAT)) {
          write(followers.event(told.next()), out);
          told = told.next();
        } else if (!followers.hasEnded()) {
          write(STILL_HERE, out);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }
}
