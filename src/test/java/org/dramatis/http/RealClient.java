package org.dramatis.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A program as people use it to ask a server. It takes its time, so that it can be interrupted. */
enum RealClient {
  CURL("curl", "--silent", "--fail", "--limit-rate", "20M", "--output", "/dev/null"),
  CURL_HTTP_1_0(
      "curl", "--http1.0", "--silent", "--fail", "--limit-rate", "20M", "-o", "/dev/null"),
  CURL_CLOSING("curl", "-H", "Connection: close", "--silent", "--fail", "-o", "/dev/null"),
  CURL_GZIP("curl", "--compressed", "--silent", "--fail", "--output", "/dev/null"),
  PYTHON_URLLIB("python3", script(), "urllib"),
  PYTHON_HTTP_CLIENT("python3", script(), "http.client"),
  PYTHON_REQUESTS("python3", script(), "requests"),
  R("Rscript", "-e", "invisible(readLines(url(commandArgs(TRUE)[1])))"),
  JAVA;

  private static final int LONGEST_SECONDS = 120;

  @SuppressWarnings("ImmutableEnumChecker") // the list is a copy that cannot be changed
  private final List<String> command;

  RealClient(String... command) {
    this.command = List.of(command);
  }

  private static String script() {
    return Path.of("src/test/resources/org/dramatis/http/read.py").toString();
  }

  /** What a program makes of an answer. */
  enum Verdict {
    /** It takes the answer for whole. */
    WHOLE,
    /** It says that the answer broke off. */
    BROKEN,
    /** It got an error and no answer. */
    REFUSED
  }

  /** Whether it is on this machine. */
  boolean isThere() {
    return switch (this) {
      case JAVA -> true;
      case PYTHON_REQUESTS -> run(List.of("python3", "-c", "import requests")) == 0;
      default -> run(List.of(command.getFirst(), "--version")) == 0;
    };
  }

  /** Reads an answer to its end. */
  Verdict read(URI address) {
    return switch (this) {
      case JAVA -> readInJava(address);
      default -> verdict(run(with(address)));
    };
  }

  /** What an exit code says; one that says neither is a fault of the program or of its call. */
  Verdict verdict(int exitCode) {
    if (exitCode == 0) {
      return Verdict.WHOLE;
    }
    if (broken().contains(exitCode)) {
      return Verdict.BROKEN;
    }
    if (refused().contains(exitCode)) {
      return Verdict.REFUSED;
    }
    throw new IllegalStateException(this + " ended with " + exitCode + ", which tells nothing");
  }

  private Set<Integer> broken() {
    return switch (this) {
      // A part of a file; nothing at all; a failure to receive; an encoding that breaks off.
      case CURL, CURL_HTTP_1_0, CURL_CLOSING, CURL_GZIP -> Set.of(18, 52, 56, 61);
      case PYTHON_URLLIB, PYTHON_HTTP_CLIENT, PYTHON_REQUESTS -> Set.of(10);
      // R has one code for every error.
      case R -> Set.of(1);
      case JAVA -> Set.of();
    };
  }

  private Set<Integer> refused() {
    return switch (this) {
      // No connection; a status of 400 or more.
      case CURL, CURL_HTTP_1_0, CURL_CLOSING, CURL_GZIP -> Set.of(7, 22);
      case PYTHON_URLLIB, PYTHON_HTTP_CLIENT, PYTHON_REQUESTS -> Set.of(11);
      case R, JAVA -> Set.of();
    };
  }

  private List<String> with(URI address) {
    List<String> all = new ArrayList<>(command);
    all.add(address.toString());
    return all;
  }

  private static Verdict readInJava(URI address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        body.transferTo(OutputStream.nullOutputStream());
      }
      return response.statusCode() == 200 ? Verdict.WHOLE : Verdict.REFUSED;
    } catch (IOException broken) {
      return Verdict.BROKEN;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static int run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("it never ended: " + command);
      }
      return process.exitValue();
    } catch (IOException absent) {
      return Integer.MAX_VALUE;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
