package org.dramatis.http.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.Test;

/** From what is said one comes to where it is said, and to who says otherwise. */
class LeadsIT {

  private static final Pattern READER =
      Pattern.compile("href=\"(/sources/[^\"#]+)#(claim-[^\"]+)\">Read it in its source</a>");
  private static final Pattern SUBJECT =
      Pattern.compile("<section class=\"conflict\" aria-labelledby=\"([^\"]+)\"");
  private static final Pattern DISAGREEMENT = Pattern.compile("href=\"/conflicts#([^\"]+)\"");

  private final TestServer server = ProjectServer.server();

  private String page(String address) throws Exception {
    return server.get(address, "Accept", "text/html").body();
  }

  private List<String> addresses(String type, String folder) throws Exception {
    String query =
        """
        PREFIX d: <https://w3id.org/dramatis/ns#>
        SELECT DISTINCT ?s { ?s a %s FILTER(STRSTARTS(STR(?s), "https://w3id.org/dramatis/%s/")) }
        """
            .formatted(type, folder);
    return server
        .get("/sparql?format=csv&query=" + TestServer.encode(query))
        .body()
        .lines()
        .skip(1)
        .map(iri -> iri.replace("https://w3id.org/dramatis", ""))
        .toList();
  }

  @Test
  void aClaimLeadsToItsPlaceAmongThoseOfItsSource() throws Exception {
    List<String> claims = addresses("d:Claim", "claim");
    assertThat(claims).hasSizeGreaterThan(700);
    for (String address : claims.stream().filter(each -> each.hashCode() % 20 == 0).toList()) {
      MatchResult leads =
          READER
              .matcher(page(address))
              .results()
              .findFirst()
              .orElseThrow(() -> new AssertionError(address + " leads nowhere"));
      assertThat(page(leads.group(1))).contains("id=\"" + leads.group(2) + "\"");
    }
  }

  @Test
  void whatIsDisputedLeadsToBothSidesAndNothingElseDoes() throws Exception {
    Set<String> subjects = matches(page("/conflicts"), SUBJECT);
    Set<String> led = new TreeSet<>();
    for (String address : addresses("?class", "id")) {
      led.addAll(matches(page(address), DISAGREEMENT));
    }

    assertThat(subjects).contains("id-character-luke", "id-season-purple-hearts-2");
    assertThat(led).isEqualTo(subjects);
  }

  private static Set<String> matches(String page, Pattern pattern) {
    return pattern
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
