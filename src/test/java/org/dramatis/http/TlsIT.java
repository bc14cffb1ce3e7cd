package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.dramatis.http.connection.TlsKeys;
import org.dramatis.settings.BadSettingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same service by HTTPS. */
class TlsIT {

  private static final String PASSWORD = "changeit";
  private static final String NEVER_ENDING =
      "ASK { FILTER REGEX(\"%s\", \"(.*a){25}b\") }".formatted("a".repeat(60));

  @TempDir private static Path folder;
  private static TestServer server;
  private static SSLContext trusting;

  @BeforeAll
  static void start() throws Exception {
    Path keystore = folder.resolve("server.p12");
    Path password = password("password", "rw-------");
    makeCertificate(keystore);
    trusting = trusting(keystore);
    server =
        TestServer.start(
            folder,
            "",
            TestServer.settings(
                "tls-keystore", keystore.toString(), "tls-password-file", password.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Path password(String name, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve(name), PASSWORD + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static void makeCertificate(Path keystore) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keystore.toString())
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
  }

  private static KeyStore trusted(Path keystore) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      own.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", own.getCertificate("mykey"));
    return trusted;
  }

  private static SSLContext trusting(Path keystore) throws Exception {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted(keystore));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static SSLSocket ask(String query) throws IOException {
    SSLSocket socket =
        (SSLSocket) trusting.getSocketFactory().createSocket("localhost", server.port());
    socket
        .getOutputStream()
        .write(RawClient.get(TestServer.sparql(query)).getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  @Test
  void aQueryIsAnswered() throws Exception {
    assertThat(server.uri("/").getScheme()).isEqualTo("https");
    assertAnswers();
  }

  private static void assertAnswers() throws IOException {
    try (SSLSocket socket = ask("ASK {}")) {
      assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.UTF_8))
          .isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void aPasswordThatIsOpenToOthersIsRefused() throws Exception {
    Path open = password("open", "rw-r--r--");
    assertThatThrownBy(() -> read("server.p12", "open"))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("tls-password-file: ")
        .hasMessageContaining("chmod 600 " + open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none.p12   | password  | tls-keystore: there is no file FOLDER/none.p12",
        "folder     | password  | tls-keystore: FOLDER/folder is a folder, not a file",
        "text       | password  | tls-keystore: FOLDER/text is not a PKCS#12 file that can be read",
        "empty      | password  | tls-keystore: FOLDER/empty is not a PKCS#12 file that can be read",
        "cut.p12    | password  | tls-keystore: FOLDER/cut.p12 is not a PKCS#12 file that can be read",
        "trust.p12  | password  | tls-keystore: FOLDER/trust.p12 has a certificate and no private key of it",
        "server.p12 | none      | tls-password-file: there is no file FOLDER/none",
        "server.p12 | folder    | tls-password-file: FOLDER/folder is a folder, not a file",
        "server.p12 | latin     | tls-password-file: FOLDER/latin is not in UTF-8",
        "server.p12 | text      | tls-password-file: the first line of FOLDER/text is not the password of FOLDER/server.p12",
        "server.p12 | empty     | tls-password-file: the first line of FOLDER/empty, which is empty, is not the password of FOLDER/server.p12"
      })
  void aFileThatCannotBeUsedIsToldWithItsSetting(String keystore, String password, String told)
      throws Exception {
    Files.createDirectories(folder.resolve("folder"));
    write("text", "no keystore".getBytes(StandardCharsets.UTF_8));
    write("empty", new byte[0]);
    write("latin", new byte[] {(byte) 0xE9});
    byte[] whole = Files.readAllBytes(folder.resolve("server.p12"));
    write("cut.p12", Arrays.copyOf(whole, whole.length / 2));
    KeyStore trusted = trusted(folder.resolve("server.p12"));
    ByteArrayOutputStream keyless = new ByteArrayOutputStream();
    trusted.store(keyless, PASSWORD.toCharArray());
    write("trust.p12", keyless.toByteArray());

    assertThatThrownBy(() -> read(keystore, password))
        .isInstanceOf(BadSettingException.class)
        .hasMessage(told.replace("FOLDER", folder.toString()));
  }

  private static void write(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static Optional<TlsKeys> read(String keystore, String password) {
    return TlsKeys.read(
        TestServer.settings(
                "tls-keystore",
                folder.resolve(keystore).toString(),
                "tls-password-file",
                folder.resolve(password).toString())
            .listen());
  }

  @Test
  void whoSpeaksPlainHttpHasTheConnectionClosedAndHarmsNobody() throws Exception {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("HTTP/1.1 200");
    }
    assertAnswers();
  }

  @Test
  void aClosedConnectionEndsItsQuery() throws Exception {
    try (SSLSocket socket = ask(NEVER_ENDING)) {
      assertThat(socket.isConnected()).isTrue();
      awaitRunning(1);
    }
    awaitRunning(0);
  }

  private static void awaitRunning(int number) throws InterruptedException {
    for (int i = 0; i < 150 && server.workers().running() != number; i++) {
      Thread.sleep(20);
    }
    assertThat(server.workers().running()).isEqualTo(number);
  }
}
