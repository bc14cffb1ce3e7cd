package org.dramatis.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code dramatis.cdx.json} lists what is in the jar, no less and no more. What is in the jar is
 * found out from its classes, each of which is in the jar of one part, byte by byte.
 */
class BillOfMaterialsIT {

  private static final Path JAR =
      Path.of(
          Optional.ofNullable(System.getProperty("dramatis.jar")).orElse("target/dramatis.jar"));
  private static final Path BILL = JAR.resolveSibling("dramatis.cdx.json");

  /** What the schema asks of a digest, by its algorithm. */
  private static final Map<String, Pattern> DIGESTS =
      Map.of(
          "MD5", Pattern.compile("[0-9a-f]{32}"),
          "SHA-1", Pattern.compile("[0-9a-f]{40}"),
          "SHA-256", Pattern.compile("[0-9a-f]{64}"),
          "SHA-384", Pattern.compile("[0-9a-f]{96}"),
          "SHA-512", Pattern.compile("[0-9a-f]{128}"),
          "SHA3-256", Pattern.compile("[0-9a-f]{64}"),
          "SHA3-384", Pattern.compile("[0-9a-f]{96}"),
          "SHA3-512", Pattern.compile("[0-9a-f]{128}"));

  private static JsonObject bill = new JsonObject();
  private static List<Component> components = List.of();

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.exists(BILL), "Maven was offline: no bill of materials was written");
    bill = JSON.parse(Files.readString(BILL));
    components =
        bill.getArray("components")
            .map(component -> Component.of(component.getAsObject()))
            .toList();
  }

  private static Stream<JsonObject> objects(String key) {
    return bill.getArray(key).map(JsonValue::getAsObject);
  }

  /** The jars on the class path of this test: what is shipped, and what only tests need. */
  private static List<Archive> jars() throws IOException {
    List<Archive> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      if (entry.endsWith(".jar") && !file.startsWith(System.getProperty("user.dir"))) {
        jars.add(Archive.read(file));
      }
    }
    return jars;
  }

  private static List<Archive> shipped() throws IOException {
    Archive all = Archive.read(JAR);
    return jars().stream().filter(Archive::hasParts).filter(jar -> jar.isPartOf(all)).toList();
  }

  @Test
  void everyPartOfTheJarIsListedWithItsVersionItsAddressItsDigestsAndItsLicence()
      throws IOException {
    for (Archive part : shipped()) {
      String digest = part.digest();
      Optional<Component> listed =
          components.stream().filter(component -> digest.equals(component.sha256())).findFirst();
      assertThat(listed).as("%s is in the jar but not on the bill", part).isPresent();
      Component component = listed.orElseThrow();
      assertThat(part.file()).as(component.toString()).endsWith(component.pathInRepository());
      assertThat(component.purl())
          .isEqualTo(
              "pkg:maven/%s/%s@%s?type=jar",
              component.group(), component.name(), component.version());
      assertThat(component.licences())
          .as("licences of %s", part)
          .isNotEmpty()
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void nothingIsListedThatIsNotInTheJar() throws IOException {
    List<String> shipped = new ArrayList<>();
    for (Archive part : shipped()) {
      shipped.add(part.digest());
    }
    assertThat(components)
        .extracting(Component::sha256)
        .containsExactlyInAnyOrderElementsOf(shipped);
  }

  @Test
  void everyFileInTheJarIsOursOrThatOfAPart() throws IOException {
    Set<String> unknown = new HashSet<>(Archive.read(JAR).names());
    unknown.removeIf(name -> name.startsWith("org/dramatis/"));
    // What our own templates become.
    unknown.removeIf(name -> name.startsWith("gg/jte/generated/precompiled/"));
    shipped().forEach(part -> unknown.removeAll(part.names()));
    assertThat(unknown).isEmpty();
  }

  @Test
  void theBillHasTheFormOfCycloneDx() {
    assertThat(bill.getString("bomFormat")).isEqualTo("CycloneDX");
    assertThat(bill.getString("specVersion")).isEqualTo("1.6");
    assertThat(bill.get("version").getAsNumber().value().intValue()).isPositive();
    JsonObject subject = bill.getObj("metadata").getObj("component");
    assertThat(subject.getString("type")).isEqualTo("application");
    assertThat(subject.getString("name")).isEqualTo("dramatis");
    assertThat(components).doesNotHaveDuplicates();
    objects("components")
        .forEach(component -> {
          assertThat(component.getString("type")).isEqualTo("library");
          assertThat(component.getString("scope")).isIn("required", "optional", "excluded");
        });
    for (Component component : components) {
      component
          .hashes()
          .forEach((algorithm, digest) ->
              assertThat(digest).as(algorithm).matches(DIGESTS.get(algorithm)));
    }
  }

  @Test
  void eachPartIsReachedFromTheProgramByWhatNeedsIt() {
    Map<String, Set<String>> needs = new HashMap<>();
    objects("dependencies").forEach(entry -> needs.put(entry.getString("ref"), needed(entry)));
    String program = bill.getObj("metadata").getObj("component").getString("bom-ref");
    Set<String> reached = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(program));
    while (!open.isEmpty()) {
      String reference = open.removeLast();
      if (reached.add(reference)) {
        open.addAll(needs.getOrDefault(reference, Set.of()));
      }
    }
    assertThat(needs).containsOnlyKeys(reached.toArray(String[]::new));
    assertThat(
            Stream.concat(
                Stream.of(program),
                objects("components").map(component -> component.getString("bom-ref"))))
        .containsExactlyInAnyOrderElementsOf(reached);
  }

  private static Set<String> needed(JsonObject entry) {
    Set<String> needed = new HashSet<>();
    if (entry.hasKey("dependsOn")) {
      entry.getArray("dependsOn").forEach(each -> needed.add(each.getAsString().value()));
    }
    return needed;
  }

  @Test
  void noMomentOfTheBuildAndNoPathOfItsMachineIsTold() {
    assertThat(bill.getObj("metadata").keys()).doesNotContain("timestamp");
    assertThat(bill.keys()).doesNotContain("serialNumber");
    assertThat(bill.toString()).doesNotContain(System.getProperty("user.dir"));
  }
}
