package org.dramatis;

import org.dramatis.cli.Dramatis;

/** Starts the command that the command line names. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(Dramatis.commandLine().execute(args));
  }
}
