package org.dramatis.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.dramatis.launcher.House.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherIT {

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void moveIn() throws IOException {
    house = new House(folder);
    house.installMavenThatBuilds();
  }

  @AfterEach
  void moveOut() throws IOException {
    house.moveOut();
  }

  @Nested
  class FindingAJdk {

    @Test
    void passesOverAnOldJavaOnThePath() throws Exception {
      house.putOnPath(house.installJdk("jdk-17", "17.0.15").resolve("bin"));
      house.installJdk("jdk-25", "25.0.1");
      assertThat(house.run("--version").out()).startsWith("jdk-25: ").endsWith(" --version\n");
    }

    @Test
    void prefersJavaHomeWhenItIsRecentEnough() throws Exception {
      house.installJdk("jdk-25", "25");
      house.set("JAVA_HOME", house.installJdk("jdk-26", "26.0.1").toString());
      assertThat(house.run().out()).startsWith("jdk-26: ");
    }

    @Test
    void passesOverAJavaHomeThatIsTooOld() throws Exception {
      house.installJdk("jdk-25", "25");
      house.set("JAVA_HOME", house.installJdk("jdk-8", "1.8.0_402").toString());
      assertThat(house.run().out()).startsWith("jdk-25: ");
    }

    @Test
    void takesTheOldestThatIsRecentEnough() throws Exception {
      house.installJdk("jdk-24", "24.0.2");
      house.installJdk("jdk-25", "25.0.1");
      house.installJdk("a-jdk-26", "26");
      assertThat(house.run().out()).startsWith("jdk-25: ");
    }

    @Test
    void saysInOneLineWhatToInstallWhenThereIsNone() throws Exception {
      house.putOnPath(house.installJdk("jdk-17", "17.0.15").resolve("bin"));
      Outcome outcome = house.run("serve");
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err().lines()).singleElement().asString().contains("JDK 25", "install");
      assertThat(house.mavenCalls()).isEmpty();
    }
  }

  @Nested
  class Building {

    @BeforeEach
    void installJdk() throws IOException {
      house.installJdk("jdk-25", "25.0.1");
    }

    @Test
    void showsProgressOnStandardErrorAndOnlyDataOnStandardOutput() throws Exception {
      Outcome outcome = house.run("query", "a b", "c");
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out().lines()).singleElement().asString().endsWith("query a b c");
      assertThat(outcome.err()).contains("building", "compiling", "built in");
    }

    @Test
    void happensOnce() throws Exception {
      house.run();
      assertThat(house.run().err()).isEmpty();
      assertThat(house.mavenCalls()).hasSize(1);
    }

    @Test
    void isNotRepeatedForAFileThatWasOnlyTouched() throws Exception {
      house.run();
      Path source = house.checkout().resolve("src/main/java/A.java");
      Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
      house.run();
      assertThat(house.mavenCalls()).hasSize(1);
    }

    @Test
    void isRepeatedForAChangedFileEvenWithAnOldTime() throws Exception {
      house.run();
      Path source = house.checkout().resolve("src/main/java/A.java");
      FileTime before = Files.getLastModifiedTime(source);
      house.write("src/main/java/A.java", "class B {}");
      Files.setLastModifiedTime(source, before);
      house.run();
      assertThat(house.mavenCalls()).hasSize(2);
    }

    @Test
    void isRepeatedForANewFileAndNotForGoingBack() throws Exception {
      house.run();
      house.write("src/main/java/B.java", "class B {}").run();
      assertThat(house.mavenCalls()).hasSize(2);
      Files.delete(house.checkout().resolve("src/main/java/B.java"));
      house.run();
      assertThat(house.mavenCalls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "shasum"})
    void happensOnceForTwoStartsAtATimeWithOrWithoutTheToolsOfLinux(String missing)
        throws Exception {
      Files.deleteIfExists(folder.resolve("a machine/tools").resolve(missing));
      Process first = house.begin(house.launcher(), "first");
      Process second = house.begin(house.launcher(), "second");
      assertThat(House.outcomeOf(first).out()).endsWith("first\n");
      assertThat(House.outcomeOf(second).out()).endsWith("second\n");
      assertThat(house.mavenCalls()).hasSize(1);
    }

    @Test
    void showsTheErrorsAndTheLogWhenItFails() throws Exception {
      house.installMaven("echo '[INFO] noise'; echo '[ERROR] A.java:1 is wrong'; exit 1");
      Outcome outcome = house.run("--version");
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).contains("A.java:1 is wrong", "build.log").doesNotContain("noise");

      house.installMavenThatBuilds();
      assertThat(house.run("--version").exitCode()).isZero();
    }

    @Test
    void saysInOneLineThatMavenIsMissing() throws Exception {
      Files.delete(folder.resolve("a machine/tools/mvn"));
      Outcome outcome = house.run("--version");
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err().lines()).singleElement().asString().contains("Maven", "install");
    }

    @Test
    void isLeftOutForAJarThatTheEnvironmentNames() throws Exception {
      Path jar = Files.createFile(folder.resolve("other.jar"));
      house.set("DRAMATIS_JAR", jar.toString());
      assertThat(house.run("--version").out()).contains("-jar " + jar);
      assertThat(house.mavenCalls()).isEmpty();
    }

    @Test
    void worksThroughALinkFromElsewhere() throws Exception {
      Path link = Files.createSymbolicLink(folder.resolve("link"), house.launcher());
      Path linkToLink = Files.createSymbolicLink(folder.resolve("again"), link.getFileName());
      Outcome outcome = House.outcomeOf(house.begin(linkToLink, "--version"));
      assertThat(outcome.out()).contains("-Ddramatis.home=" + house.checkout().toRealPath());
    }
  }

  @Nested
  class Testing {

    @Test
    void isMavensWordWithItsArgumentsAndItsExitCode() throws Exception {
      house.installJdk("jdk-25", "25.0.1");
      house.installMaven("echo \"on $JAVA_HOME\"; exit 3");
      Outcome outcome = house.run("test", "-Dit.test=None");
      assertThat(outcome.exitCode()).isEqualTo(3);
      assertThat(outcome.out()).contains("on ").contains("jdk-25");
      assertThat(house.mavenCalls()).singleElement().asString().endsWith(" verify -Dit.test=None");
    }
  }

  @Nested
  class StartingTheRealJava {

    @BeforeEach
    void installJdk() throws IOException {
      house.installRealJdk();
    }

    @Test
    void preparesQuickStartsOnceAndNeverSpeaksOfThemAgain() throws Exception {
      assertThat(house.run("--version").out()).isEqualTo("started with --version\n");
      Path cache = assertThat(house.caches()).singleElement().actual();
      assertThat(cache).isNotEmptyFile();

      house.set("DRAMATIS_JAVA_OPTS", "-Xlog:class+load:stdout");
      assertThat(house.run("x").out()).contains("StandIn source: shared objects file");

      house.set("DRAMATIS_JAVA_OPTS", "");
      Files.writeString(cache, "spoilt");
      assertThat(house.run("x")).isEqualTo(new Outcome(0, "started with x\n", ""));
    }

    @Test
    void leavesTheCacheOutWhenTheUserNamesAnother() throws Exception {
      house.run();
      house.set("DRAMATIS_JAVA_OPTS", "-Xshare:auto -Dx=y");
      assertThat(house.run("x")).isEqualTo(new Outcome(0, "started with x\n", ""));
    }

    @Test
    void handsSignalsToTheServer() throws Exception {
      Process process = house.begin(house.launcher(), "serve");
      try (BufferedReader out = process.inputReader(UTF_8)) {
        assertThat(out.readLine()).contains("ready at");
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
      } finally {
        process.destroyForcibly();
      }
    }
  }
}
