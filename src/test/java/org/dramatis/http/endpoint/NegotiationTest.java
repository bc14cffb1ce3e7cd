package org.dramatis.http.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dramatis.http.endpoint.Negotiation.Offer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

  private static final Negotiation<String> FORMS =
      new Negotiation<>(
          List.of(
              new Offer<>("json", "application/json"),
              new Offer<>("csv", "text/csv"),
              new Offer<>("html", "text/html")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                      | json
          */*                                     | json
          text/*                                  | csv
          TEXT/HTML                               | html
          text/html, application/json             | json
          text/html, application/json;q=0.9       | html
          application/json;q=0.2, */*;q=0.5       | csv
          text/csv;header=present;q=0.4           | csv
          text/csv;q=0, text/*                    | html
          text/csv;q=banana, text/html;q=0.1      | html
          nonsense, text/csv                      | csv
          application/json;q=0.5,text/csv;q=0.50  | json
          """)
  void theFormThatIsWantedMostIsChosen(String accept, String expected) {
    assertThat(FORMS.choose(accept)).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image/png
          */*;q=0
          application/json;q=0
          nonsense
          text/csv;q=1.5
          """)
  void nothingIsChosenWhereNothingIsAcceptable(String accept) {
    assertThat(FORMS.choose(accept)).isEqualTo(Optional.empty());
  }

  @Test
  void theFormsAreListed() {
    assertThat(FORMS.list()).isEqualTo("application/json, text/csv, text/html");
  }
}
