package org.dramatis.http.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairQueueTest {

  private final FairQueue<String> queue = new FairQueue<>(4);

  private List<String> allInTurn() {
    List<String> order = new ArrayList<>();
    for (Optional<String> next = queue.poll(_ -> true);
        next.isPresent();
        next = queue.poll(_ -> true)) {
      order.add(next.get());
    }
    return order;
  }

  @Test
  void aLateClientIsServedBeforeTheRestOfAnEarlierOnesFlood() {
    IntStream.range(0, 3).forEach(i -> queue.offer("flood", "flood " + i));
    queue.offer("late", "late 0");
    assertThat(allInTurn()).containsExactly("flood 0", "late 0", "flood 1", "flood 2");
    assertThat(queue.size()).isZero();
  }

  @Test
  void aFullQueueSendsAwayTheLastOfWhoeverHasMost() {
    IntStream.range(0, 4).forEach(i -> queue.offer("flood", "flood " + i));
    assertThat(queue.offer("late", "late 0")).contains("flood 3");
    assertThat(queue.size()).isEqualTo(4);
    assertThat(allInTurn()).containsExactly("flood 0", "late 0", "flood 1", "flood 2");
  }

  @Test
  void aFullQueueSendsAwayTheNewOneOfWhoeverHasMost() {
    IntStream.range(0, 4).forEach(i -> queue.offer("flood", "flood " + i));
    assertThat(queue.offer("flood", "flood 4")).contains("flood 4");
    assertThat(queue.size()).isEqualTo(4);
  }

  @Test
  void equalClientsDoNotPushEachOtherOut() {
    IntStream.range(0, 2).forEach(i -> queue.offer("one", "one " + i));
    IntStream.range(0, 2).forEach(i -> queue.offer("two", "two " + i));
    assertThat(queue.offer("one", "one 2")).contains("one 2");
  }

  @Test
  void aQueueWithoutPlacesTakesNothing() {
    assertThat(new FairQueue<String>(0).offer("any", "thing")).contains("thing");
  }

  @Test
  void aClientWhoHasEnoughTurnsIsPassedOver() {
    queue.offer("busy", "busy 0");
    queue.offer("idle", "idle 0");
    assertThat(queue.poll(client -> !client.equals("busy"))).contains("idle 0");
    assertThat(queue.poll(client -> !client.equals("busy"))).isEmpty();
    assertThat(queue.size()).isOne();
  }

  @Test
  void whoeverDoesNotWaitAnyLongerIsTakenOut() {
    queue.offer("one", "a");
    assertThat(queue.remove("one", "b")).isFalse();
    assertThat(queue.remove("two", "a")).isFalse();
    assertThat(queue.remove("one", "a")).isTrue();
    assertThat(queue.size()).isZero();
    assertThat(queue.poll(_ -> true)).isEmpty();
  }
}
