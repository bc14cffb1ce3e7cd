package org.dramatis.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.http.admission.Client;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.DefaultGraph;
import org.dramatis.store.History;
import org.junit.jupiter.api.Test;

class FollowersTest {

  private static final int MOST = 1000;

  private final Followers followers =
      new Followers(History.inMemory(DefaultGraph.UNION, InstantSource.system()));

  @Test
  void whenAllPlacesAreTakenOneIsSentAwayUntilAnotherLeaves() throws Exception {
    List<Followers.Place> places = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      places.add(followers.take(Client.named("client " + i % 10)));
    }

    HttpProblem refused =
        assertThrows(RequestRefusedException.class, () -> followers.take(Client.named("one more")))
            .problem();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.retryAfterSeconds()).hasValue("30");
    assertThat(refused.hint().orElseThrow()).contains("/changes?since=");

    places.getFirst().close();
    try (Followers.Place place = followers.take(Client.named("one more"))) {
      assertThat(place).isNotNull();
      assertThat(followers.count()).isEqualTo(MOST);
    }
    assertThat(followers.count()).isEqualTo(MOST - 1);
  }
}
