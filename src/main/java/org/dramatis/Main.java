package org.dramatis;

import org.dramatis.cli.Dramatis;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the command that the command line names. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    logLibrariesLikeOurselves();
    System.exit(Dramatis.commandLine().execute(args));
  }

  /**
   * Some libraries write to java.util.logging, which has settings, a form and an output of its own.
   */
  private static void logLibrariesLikeOurselves() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
