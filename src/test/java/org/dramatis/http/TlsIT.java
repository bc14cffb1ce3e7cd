package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static SSLContext trusting(Path keystore) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      own.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", own.getCertificate("mykey"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
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
    try (SSLSocket socket = ask("ASK {}")) {
      assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.UTF_8))
          .isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void aPasswordThatIsOpenToOthersIsRefused() throws Exception {
    Path open = password("open", "rw-r--r--");
    assertThatThrownBy(() ->
            TestServer.start(
                folder,
                "",
                TestServer.settings(
                    "tls-keystore",
                    folder.resolve("server.p12").toString(),
                    "tls-password-file",
                    open.toString())))
        .hasMessageContaining("chmod 600 " + open);
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
