package org.dramatis.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.dramatis.http.ProjectServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Has OpenAPI Generator make a client from the document, as somebody would who has never seen this
 * service, and writes the program that uses it.
 */
class GeneratedClientIT {

  private static final Path GENERATOR =
      Path.of(
          Optional.ofNullable(System.getProperty("dramatis.openapi-generator"))
              .orElse("target/tools/openapi-generator-cli.jar"));

  private static final String PROGRAM =
      """
      package program;

      import client.ApiClient;
      import client.ApiException;
      import client.api.*;
      import client.model.*;
      import java.util.List;
      import java.util.Map;

      public final class Program {
        private static ApiClient client(String address) {
          ApiClient client = new ApiClient();
          client.updateBaseUri(address);
          return client;
        }

        public static String rows(String address) throws Exception {
          Rows rows =
              new EvidenceApi(client(address))
                  .evidenceSentence(null, 26, null, null, null, 2, null, null);
          return rows.getHead().getVars() + " " + rows.getResults().getBindings().size() + " "
              + rows.getResults().getBindings().getFirst().get("statement").getValue();
        }

        public static String truth(String address) throws Exception {
          return "" + new HealthApi(client(address))
              .healthPersonsInFiction(null, null, null).getBoolean();
        }

        public static String found(String address) throws Exception {
          Hit hit = new LinkingApi(client(address))
              .searchOne("sofia carsn", "Person", null, null, null, null);
          return hit.getIri() + " " + hit.getLabel() + " " + hit.getMatched().getKind();
        }

        public static String lookup(String address) throws Exception {
          LookupManyRequest request = new LookupManyRequest().ids(List.of("imdb:tt4614584"));
          return new LinkingApi(client(address)).lookupMany(request, null, null)
              .getResults().getFirst().getEntities().getFirst().getLabel();
        }

        public static String bad(String address) throws Exception {
          ApiClient client = client(address);
          try {
            new CrewApi(client).crewCrewOfWork("no IRI", null, null, null, null, null, null);
            return "nothing was wrong";
          } catch (ApiException refused) {
            Problem problem =
                client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
            return refused.getCode() + " " + problem.getTitle() + ": " + problem.getDetail();
          }
        }
      }
      """;

  @TempDir private static Path folder;
  private static URLClassLoader classes = URLClassLoader.newInstance(new URL[0]);

  @BeforeAll
  static void generateAndCompile() throws IOException, InterruptedException {
    Path document = folder.resolve("openapi.json");
    Files.writeString(document, ProjectServer.server().get("/openapi.json").body());
    Path sources = folder.resolve("sources");
    generate(document, sources);
    Path program = sources.resolve("src/main/java/program/Program.java");
    Files.createDirectories(program.getParent());
    Files.writeString(program, PROGRAM);
    Path compiled = Files.createDirectories(folder.resolve("classes"));
    compile(sources, compiled);
    classes =
        URLClassLoader.newInstance(
            new URL[] {compiled.toUri().toURL()}, GeneratedClientIT.class.getClassLoader());
  }

  @AfterAll
  static void forget() throws IOException {
    classes.close();
  }

  private static void generate(Path document, Path sources)
      throws IOException, InterruptedException {
    Path log = folder.resolve("generator.log");
    Process generator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "generate",
                "--generator-name",
                "java",
                "--library",
                "native",
                "--input-spec",
                document.toString(),
                "--output",
                sources.toString(),
                "--invoker-package",
                "client",
                "--api-package",
                "client.api",
                "--model-package",
                "client.model",
                "--additional-properties",
                "openApiNullable=false,useJakartaEe=true",
                "--global-property",
                "apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,"
                    + "modelDocs=false")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(generator.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    assertThat(generator.exitValue()).as(Files.readString(log)).isZero();
  }

  private static void compile(Path sources, Path compiled) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> tree = Files.walk(sources.resolve("src/main/java"))) {
      List<Path> java = tree.filter(file -> file.toString().endsWith(".java")).toList();
      boolean done =
          compiler
              .getTask(
                  complaints,
                  files,
                  null,
                  List.of(
                      "-nowarn",
                      "-proc:none",
                      "-d",
                      compiled.toString(),
                      "-classpath",
                      System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(java))
              .call();
      assertThat(done).as(complaints.toString()).isTrue();
    }
  }

  private static String run(String method) throws ReflectiveOperationException {
    String address = ProjectServer.server().uri("/").toString().replaceFirst("/$", "");
    return (String)
        classes.loadClass("program.Program").getMethod(method, String.class).invoke(null, address);
  }

  @Test
  void asksAPublishedQueryWithTypedValuesAndGetsTypedRows() throws ReflectiveOperationException {
    assertThat(run("rows"))
        .isEqualTo(
            "[statement, layer, modality, polarity, start, end] 2"
                + " Season 2 stresses the power of communication");
  }

  @Test
  void getsATruthValue() throws ReflectiveOperationException {
    assertThat(run("truth")).isEqualTo("false");
  }

  @Test
  void findsSomebodyWhoseNameIsMisspelled() throws ReflectiveOperationException {
    assertThat(run("found"))
        .startsWith("https://w3id.org/dramatis/id/person/sofia-carson Sofia Carson");
  }

  @Test
  void looksUpIdentifiers() throws ReflectiveOperationException {
    assertThat(run("lookup")).isEqualTo("Purple Hearts");
  }

  @Test
  void isToldOfABadValueByATypedError() throws ReflectiveOperationException {
    assertThat(run("bad"))
        .startsWith(
            "400 The request cannot be understood: parameter 'work': 'no IRI' is not an IRI");
  }
}
