package org.dramatis.query.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteEndpointsTest {

  private static final String EMPTY = "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[]}}";
  private static final String JSON = "Content-Type: application/sparql-results+json\r\n";

  private RawEndpoint remote;

  @BeforeEach
  void listen() throws IOException {
    remote = new RawEndpoint();
  }

  @AfterEach
  void close() throws IOException {
    remote.close();
  }

  /** What the query has left of its time, and the exception that ends it. */
  private static final class Seconds implements Patience {
    private final long end;

    Seconds(double seconds) {
      end = System.nanoTime() + (long) (seconds * 1e9);
    }

    @Override
    public Duration left() {
      return Duration.ofNanos(end - System.nanoTime());
    }

    @Override
    public void check() {
      if (!left().isPositive()) {
        throw new IllegalStateException("out of time");
      }
    }

    @Override
    public void took(int bytes) {
      assertThat(bytes).isNotNegative();
    }
  }

  private RemoteAnswer ask(String path) throws RemoteFailedException {
    return ask(path, "ASK {}", new Seconds(20), remote.entry());
  }

  private RemoteAnswer ask(String path, String query, Patience patience, String... entries)
      throws RemoteFailedException {
    return new RemoteEndpoints(AllowedEndpoints.of(List.of(entries)))
        .ask(remote.address(path), query, patience);
  }

  private RemoteFailedException failure(String path) {
    return catchThrowableOfType(RemoteFailedException.class, () -> ask(path));
  }

  @Test
  void anEndpointThatIsNotListedIsNeverAsked() {
    assertThatThrownBy(() -> ask("/sparql", "ASK {}", new Seconds(20), "https://data.example/"))
        .isInstanceOf(RemoteFailedException.class)
        .hasMessageContaining("none of the endpoints that are asked from here");
    assertThat(remote.requests()).isEmpty();
  }

  @Test
  void anEndpointOfThisMachineIsAskedOnlyIfItsEntrySaysPrivate() {
    String entry = remote.entry().substring("private:".length());
    RemoteFailedException refused =
        catchThrowableOfType(
            RemoteFailedException.class, () -> ask("/sparql", "ASK {}", new Seconds(20), entry));
    assertThat(refused.isRefused()).isTrue();
    assertThat(refused).hasMessageContaining("is in no public network");
    assertThat(remote.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.0.1",
        "100.64.1.1",
        "224.0.0.1",
        "0.0.0.0",
        "::1",
        "fd00::1",
        "fe80::1",
        "64:ff9b::7f00:1"
      })
  void aNameThatLeadsIntoAPrivateNetworkIsRefused(String address) {
    Resolver leading = host -> List.of(InetAddress.getByName("1.1.1.1"), byName(address));
    RemoteFailedException refused =
        catchThrowableOfType(
            RemoteFailedException.class,
            () ->
                new RemoteEndpoints(
                        AllowedEndpoints.of(List.of("http://data.example:" + remote.port())),
                        leading)
                    .ask("http://data.example:" + remote.port(), "ASK {}", new Seconds(20)));
    assertThat(refused.isRefused()).isTrue();
    assertThat(remote.requests()).isEmpty();
  }

  private static InetAddress byName(String address) throws UnknownHostException {
    return InetAddress.getByName(address);
  }

  /** A name that changes its address between the check and the connection changes nothing. */
  @Test
  void connectsToTheVeryAddressThatWasChecked() throws Exception {
    remote.onJson("/", EMPTY);
    List<String> asked = new ArrayList<>();
    Resolver rebinding =
        host -> {
          asked.add(host);
          return List.of(byName(asked.size() == 1 ? "127.0.0.1" : "127.0.0.2"));
        };
    String address = "http://name.invalid:" + remote.port() + "/";
    RemoteEndpoints endpoints =
        new RemoteEndpoints(AllowedEndpoints.of(List.of("private:" + address)), rebinding);
    assertThat(endpoints.ask(address, "ASK {}", new Seconds(20)).body()).isNotEmpty();
    assertThat(asked).containsExactly("name.invalid");
    assertThat(remote.requests().getFirst()).contains("Host: name.invalid:" + remote.port());
  }

  @Test
  void sendsTheQueryAndNothingOfItsOwnSender() throws Exception {
    remote.onJson("/sparql", EMPTY);
    RemoteAnswer answer = ask("/sparql");
    assertThat(answer.mediaType()).isEqualTo("application/sparql-results+json");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(EMPTY);
    assertThat(remote.requests()).hasSize(1);
    assertThat(remote.requests().getFirst())
        .startsWith("GET /sparql?query=ASK+%7B%7D HTTP/1.1\r\n")
        .doesNotContain("Authorization", "Cookie", "Referer", "X-Forwarded");
  }

  @Test
  void aLongQueryIsPosted() throws Exception {
    remote.onJson("/sparql", EMPTY);
    ask("/sparql", "ASK {} #" + "x".repeat(5_000), new Seconds(20), remote.entry());
    assertThat(remote.requests().getFirst())
        .startsWith("POST /sparql HTTP/1.1\r\n")
        .contains("\r\n\r\nquery=ASK+");
  }

  @ParameterizedTest
  @CsvSource({
    "301,http://other.invalid/,other.invalid",
    "302,http://127.0.0.1:1/,127.0.0.1:1/",
    "303,http://169.254.169.254/latest/,169.254.169.254",
    "307,file:///etc/passwd,file:///etc/passwd",
    "308,//other.invalid/,other.invalid"
  })
  void aRedirectLeadsNowhereThatIsNotListed(int status, String location, String shown) {
    remote.on("/sparql", "HTTP/1.1 " + status + " x\r\nLocation: " + location + "\r\n\r\n");
    RemoteFailedException refused = failure("/sparql");
    assertThat(refused.isRefused()).isTrue();
    assertThat(refused).hasMessageContaining(shown);
  }

  @Test
  void aRedirectWithinTheListIsFollowed() throws Exception {
    remote
        .on("/old", "HTTP/1.1 301 Moved\r\nLocation: /new?query=ASK+%7B%7D\r\n\r\n")
        .onJson("/new", EMPTY);
    assertThat(ask("/old").body()).isNotEmpty();
    assertThat(remote.requests()).hasSize(2);
  }

  @Test
  void redirectsComeToAnEnd() {
    remote.on("/loop", "HTTP/1.1 302 Found\r\nLocation: /loop\r\n\r\n");
    assertThat(failure("/loop")).hasMessageContaining("redirects more than 3 times");
    assertThat(remote.requests()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an error | HTTP/1.1 500 Oops~Content-Length: 0~~ | status 500",
        "no HTTP | SSH-2.0-x~~ | does not speak HTTP",
        "nothing | '' | cut off",
        "another type | HTTP/1.1 200 OK~Content-Type: text/html~~<html> | 'text/html'",
        "no type | HTTP/1.1 200 OK~~{} | ''",
        "too little | HTTP/1.1 200 OK~{JSON}Content-Length: 10~~{} | cut off",
        "two lengths | HTTP/1.1 200 OK~{JSON}Content-Length: 2~Content-Length: 3~~{} | two lengths",
        "a bad length | HTTP/1.1 200 OK~{JSON}Content-Length: -2~~{} | no usable length",
        "too much | HTTP/1.1 200 OK~{JSON}Content-Length: 99999999~~{} | more than 16",
        "a huge chunk | HTTP/1.1 200 OK~{JSON}Transfer-Encoding: chunked~~fffffff~{} | more than 16",
        "a bad chunk | HTTP/1.1 200 OK~{JSON}Transfer-Encoding: chunked~~zz~{} | malformed chunk",
        "no last chunk | HTTP/1.1 200 OK~{JSON}Transfer-Encoding: chunked~~2~{}~ | cut off",
        "gzip | HTTP/1.1 200 OK~{JSON}Content-Encoding: gzip~~{} | was not asked for",
        "no colon | HTTP/1.1 200 OK~what~~{} | malformed header"
      })
  void anAnswerThatIsNotWholeAndRightIsAFailure(String kind, String response, String reason) {
    remote.on("/sparql", response.replace("{JSON}", JSON).replace("~", "\r\n"));
    RemoteFailedException failed = failure("/sparql");
    assertThat(failed.isRefused()).as(kind).isFalse();
    assertThat(failed).as(kind).hasMessageContaining(reason.strip());
  }

  @Test
  void aChunkedAnswerIsPutTogether() throws Exception {
    remote.on(
        "/sparql",
        "HTTP/1.1 200 OK\r\n"
            + JSON
            + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\n{\"\r\n3\r\na\":\r\n0\r\n\r\n");
    assertThat(new String(ask("/sparql").body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":");
  }

  @Test
  void waitsNoLongerThanTheQueryMayLast() {
    remote.onSilence("/silent");
    long begin = System.nanoTime();
    assertThatThrownBy(() -> ask("/silent", "ASK {}", new Seconds(0.5), remote.entry()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("out of time");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aSearchForANameThatDoesNotEndIsLeftBehind() {
    Resolver slow =
        host -> {
          throw sleepFirst(host);
        };
    assertThatThrownBy(() ->
            new RemoteEndpoints(AllowedEndpoints.of(List.of("http://data.example")), slow)
                .ask("http://data.example", "ASK {}", new Seconds(0.3)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static UnknownHostException sleepFirst(String host) {
    try {
      Thread.sleep(Duration.ofSeconds(60));
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
    }
    return new UnknownHostException(host);
  }

  @Test
  void aHostThatNobodyKnowsIsAFailure() {
    Resolver none =
        host -> {
          throw new UnknownHostException(host);
        };
    RemoteFailedException failed =
        catchThrowableOfType(
            RemoteFailedException.class,
            () ->
                new RemoteEndpoints(AllowedEndpoints.of(List.of("http://data.example")), none)
                    .ask("http://data.example", "ASK {}", new Seconds(20)));
    assertThat(failed.isRefused()).isFalse();
    assertThat(failed).hasMessageContaining("its host is not known");
  }
}
