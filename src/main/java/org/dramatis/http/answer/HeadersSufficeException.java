package org.dramatis.http.answer;

import java.io.Serial;

/** Ends the writing of an answer of which only the headers were wanted, and have been sent. */
public final class HeadersSufficeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  HeadersSufficeException() {
    super("only the headers were asked for", null, false, false);
  }
}
