package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.settings.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCommandTest extends WithProject {

  @Test
  void everySettingIsALineThatSaysWhereItWasMade() throws IOException {
    project.write("dramatis.conf", "# ours\ntime-limit = 10\n");

    SampleProject.Run run = project.run("settings", "--port=0");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(Key.values().length);
    assertThat(run.out())
        .containsPattern("(?m)^host +localhost +default$")
        .containsPattern("(?m)^port +0 +option --port$")
        .containsPattern("(?m)^time-limit +10 +\\S+dramatis.conf:2$")
        .containsPattern("(?m)^query-memory +10% \\(\\d+\\) +default$")
        .containsPattern("(?m)^tokens +- +default$");
  }

  @Test
  void theSameComesAsJson() {
    SampleProject.Run run = project.run("settings", "--json", "--behind-proxy");

    JsonObject all = JSON.parse(run.out());
    assertThat(all.keys()).hasSize(Key.values().length);
    JsonObject proxy = all.getObj("behind-proxy");
    assertThat(proxy.getString("value")).isEqualTo("true");
    assertThat(proxy.getString("from")).isEqualTo("option --behind-proxy");
  }

  @Test
  void whatServeWouldRefuseIsRefusedHereToo() throws IOException {
    project.write("dramatis.conf", "time-limit = soon\n");

    SampleProject.Run run = project.run("settings");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("dramatis: time-limit: 'soon' is not a number of seconds")
        .contains("dramatis.conf:1");
  }

  /** Broken data show that the list is looked at before them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://data.example/a;b",
        "http://data.example//a",
        "http://data.example/a/../b",
        "http://data.example:0/",
        "private:http://localhost/"
      })
  void anEndpointThatCannotBeListedIsRefusedBeforeTheDataAreLoaded(String entry)
      throws IOException {
    project.write("seeds/songs.ttl", "no Turtle");
    project.write(
        "dramatis.conf", "# ours\nservice-allow = https://good.example/, " + entry + "\n");

    for (String command : List.of("serve", "settings")) {
      SampleProject.Run run = project.run(command);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .startsWith("dramatis: service-allow: '" + entry + "' ")
          .endsWith("dramatis.conf:2)");
    }
  }

  @Test
  void anEndpointOfAPrivateNetworkCanBeListed() {
    SampleProject.Run run =
        project.run("settings", "--service-allow", "private:http://localhost:8080/sparql");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("(?m)^service-allow +private:http://localhost:8080/sparql +option");
  }

  @Test
  void everySettingIsAnOptionOfServe() {
    SampleProject.Run run = project.run("serve", "--help");

    assertThat(run.exitCode()).isZero();
    for (Key key : Key.values()) {
      assertThat(run.out()).contains(key.flag());
    }
  }
}
