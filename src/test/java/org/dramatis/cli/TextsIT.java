package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --texts} tells at the start what became of each file. */
class TextsIT extends WithProject {

  @Test
  void aFolderThatIsNotThereIsToldByTheNameOfTheSetting() {
    assertThat(project.run("serve", "--port=0", "--texts=" + folder.resolve("none")).err())
        .isEqualTo(
            "dramatis: texts: the folder %s is missing or cannot be read%n"
                .formatted(folder.resolve("none")));
  }

  @Test
  void aTextThatBelongsToNothingIsToldAndTheServerServes(@TempDir Path texts) throws Exception {
    Path file = Files.writeString(texts.resolve("other.txt"), "Something else.");
    try (ServerProcess server = ServerProcess.start(folder, "--texts=" + texts)) {
      assertThat(server.nextComplaint())
          .isEqualTo(
              "dramatis: %s is ignored: no document of the graph has its digest".formatted(file));
      assertThat(server.get("/sources").statusCode()).isEqualTo(200);
      server.terminate();
    }
  }
}
