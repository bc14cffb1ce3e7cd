package org.dramatis.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of data that an operator's command is about. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      defaultValue = "${env:DRAMATIS_DATA}",
      description = "The folder in which every change survives.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }
}
