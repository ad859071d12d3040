package io.liftlock.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChangeOrderTest {

  private final ChangeOrder<String> order = new ChangeOrder<>();

  @Test
  void whatIsFirstByNatureComesFirstWhereNothingElseIsAskedFor() {
    order.add("c");
    order.add("a");
    order.add("b");
    assertThat(order.sort().steps()).containsExactly("a", "b", "c");
  }

  @Test
  void aStepWaitsForWhatItRequires() {
    order.require("c", "a");
    order.require("b", "c");
    order.add("d");
    assertThat(order.sort().steps()).containsExactly("b", "c", "a", "d");
  }

  @Test
  void aWishHoldsWhereNothingSpeaksAgainstIt() {
    order.prefer("b", "a");
    assertThat(order.sort().steps()).containsExactly("b", "a");
  }

  @Test
  void onlyWishesWithinACycleAreGivenUp() {
    order.require("a", "b");
    order.prefer("b", "a");
    order.prefer("z", "a");
    assertThat(order.sort().steps()).containsExactly("z", "a", "b");
  }

  @Test
  void aKnotIsToldWithAllItsSteps() {
    order.require("a", "b");
    order.require("b", "c");
    order.require("c", "a");
    order.require("c", "d");
    ChangeOrder.Order<String> sorted = order.sort();
    assertThat(sorted.steps()).isEmpty();
    assertThat(sorted.knots()).containsExactly(new TreeSet<>(List.of("a", "b", "c")));
  }

  @Test
  void aChainOfAHundredThousandStepsDoesNotExhaustTheStack() {
    ChangeOrder<Integer> chain = new ChangeOrder<>();
    for (int i = 0; i < 100_000; i++) {
      chain.require(i + 1, i);
    }
    assertThat(chain.sort().steps()).hasSize(100_001).startsWith(100_000).endsWith(0);
  }
}
