package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of commands, each in a small project of its own. */
abstract class WithProject {

  @TempDir Path folder;
  SampleProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = new SampleProject(folder);
  }
}
