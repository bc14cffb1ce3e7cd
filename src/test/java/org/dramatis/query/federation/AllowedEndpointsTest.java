package org.dramatis.query.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedEndpointsTest {

  private final AllowedEndpoints allowed =
      AllowedEndpoints.of(
          List.of("https://data.example/sparql", "http://other.example:8080/open/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data.example",
        "file:///etc/passwd",
        "ftp://data.example/",
        "jar:http://data.example/!/x",
        "https://",
        "https:data.example",
        "https://user@data.example/",
        "https://data.example/?a=b",
        "https://data.example/#a",
        "https://data.example/a/../b",
        "https://data.example:0/",
        "private:http://localhost/",
        "private:private:http://localhost:1/"
      })
  void refusesAnEntryThatIsNoAddressOfAnEndpoint(String entry) {
    assertThatThrownBy(() -> AllowedEndpoints.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + entry + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://data.example.evil.example/sparql",
        "https://evil.example/https://data.example/sparql",
        "https://data.example@evil.example/sparql",
        "https://user:secret@data.example/sparql",
        "https://data.example:444/sparql",
        "http://data.example/sparql",
        "http://data.example:443/sparql",
        "https://data.example/sparqling",
        "https://data.example/",
        "https://data.example/sparql/../admin",
        "https://data.example/sparql/%2e%2E/admin",
        "https://data.example/sparql/..;/admin",
        "https://data.example/sparql/..%2fadmin",
        "https://data.example/sparql/%5c..",
        "https://data.example/sparql#x",
        "https://data.example/sparql x",
        "https://dataé.example/sparql",
        "http://other.example:8080/open",
        "http://other.example:8080/closed/",
        "http://other.example/open/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "urn:x-arq:DefaultGraph",
        "sparql",
        ""
      })
  void anAddressOutsideOfTheListIsNotAllowed(String address) {
    assertThat(allowed.contains(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://data.example/sparql",
        "HTTPS://DATA.example:443/sparql",
        "https://data.example/sparql/films",
        "https://data.example/sparql?default-graph-uri=urn:x",
        "http://other.example:8080/open/",
        "http://other.example:8080/open/door"
      })
  void anAddressAtOrBelowAnEntryIsAllowed(String address) {
    assertThat(allowed.contains(address)).isTrue();
  }

  @Test
  void nothingIsAllowedUnlessItIsListed() {
    assertThat(AllowedEndpoints.NONE.isEmpty()).isTrue();
    assertThat(AllowedEndpoints.NONE.contains("https://data.example/sparql")).isFalse();
  }
}
