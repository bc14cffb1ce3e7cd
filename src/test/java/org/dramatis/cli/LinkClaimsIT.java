package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.cli.SampleProject.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The claims that link writes keep all rules of the project, whatever the data are called. */
final class LinkClaimsIT extends WithProject {

  @TempDir Path home;

  @Test
  void claimsOfNamesWithMarkupQuotesLineBreaksAndBothDirectionsKeepAllRules() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("odd.csv"),
            Stream.of(
                    "id,type,name,year,cast,imdb",
                    "https://e.example/1,film,\"Purple \"\"Hearts\"\" <b>x</b> & {y}\",2022,,tt4614584",
                    "https://e.example/2?a='b'&c=d#e,person,\"Xolo\nMariduena\",,,",
                    "https://e.example/3,person,\u202BNicholas\u202C Galitzine\\,,,",
                    "https://e.example/4,person,\"Sofia\tCarson\",,,",
                    "https://e.example/5,person,ليلى «Nobody»,,,")
                .collect(Collectors.joining("\n")));
    Path links = home.resolve("links.ttl");
    Path review = home.resolve("review.tsv");
    Run linked =
        project.runOutside("link", file.toString(), "--output=" + links, "--review=" + review);
    assertThat(linked.out()).startsWith("4 of 5 linked");
    assertThat(Files.readString(links)).contains("Xolo\\nMariduena", "\\\"Hearts\\\" <b>x</b>");
    assertThat(project.runOutside("format", links.toString()).exitCode()).isZero();
    Run checked = project.runOutside("check", links.toString());
    assertThat(checked.out()).contains("checked 1 file: no problems");
    assertThat(checked.exitCode()).isZero();
  }

  @Test
  void aFileWithoutAnyLinkKeepsAllRules() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("none.csv"),
            "id,type,name\nhttps://e.example/1,film,Quite Other Things\n");
    Path links = home.resolve("links.ttl");
    assertThat(project.runOutside("link", file.toString(), "--output=" + links).out())
        .startsWith("0 of 1 linked");
    assertThat(project.runOutside("format", links.toString()).exitCode()).isZero();
    assertThat(project.runOutside("check", links.toString()).out())
        .contains("checked 1 file: no problems");
  }
}
