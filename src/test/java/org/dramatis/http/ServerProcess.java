package org.dramatis.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.query.Graphs;
import org.dramatis.query.catalogue.Catalogue;

/** A server in a process of its own, which can be killed while it answers. */
public final class ServerProcess implements AutoCloseable {

  private static final int STATEMENTS = 2_000;

  private static final Pattern USED = Pattern.compile("heap .*used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Runs the server in this process: its settings as keys and values by turns. */
  public static void main(String... keysAndValues) throws IOException, InterruptedException {
    Catalogue catalogue = TestServer.catalogue(Files.createTempDirectory("catalogue"));
    Server server =
        Server.create(Graphs.history(data()), () -> catalogue)
            .with(TestServer.settings(keysAndValues))
            .start();
    System.out.println(server.address());
    Thread.currentThread().join();
  }

  /** Statements of which a join of two has millions of rows. */
  public static String data() {
    return data(STATEMENTS);
  }

  /** So many statements. */
  public static String data(int statements) {
    return IntStream.range(0, statements)
        .mapToObj(i -> ":subject%d :predicate \"the object of statement %d\" .".formatted(i, i))
        .collect(Collectors.joining("\n", "GRAPH :g {", "}"));
  }

  /** Starts a server and waits until it listens. */
  public static ServerProcess start(String... keysAndValues) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ServerProcess.class.getName()));
    command.addAll(List.of(keysAndValues));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String address = out.readLine();
    if (address == null) {
      throw new IOException("the server did not start");
    }
    return new ServerProcess(process, URI.create(address));
  }

  public URI uri(String path) {
    return address.resolve(path);
  }

  /**
   * What the process holds.
   *
   * @param heap the bytes of the objects that live
   * @param resident the bytes of all of the process
   */
  public record Memory(long heap, long resident) {}

  /** Looks what the process holds, after its garbage was collected. */
  public Memory memory() throws IOException, InterruptedException {
    jcmd("GC.run");
    jcmd("GC.run");
    long heap = number(USED, jcmd("GC.heap_info"));
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return new Memory(1024 * heap, 1024 * number(RESIDENT, Files.readString(status)));
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException(said);
    }
    return said;
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("no number in " + text);
    }
    return Long.parseLong(found.group(1));
  }

  /** Ends the process at once, as the lack of power would. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
