package io.liftlock.engine.transfer.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftlock.core.transfer.Rate;
import io.liftlock.engine.run.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private Instant now = Instant.EPOCH;

  private final Timing timing =
      new Timing(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          },
          pause -> now = now.plus(pause),
          new Random(7));

  private double seconds() {
    return Duration.between(Instant.EPOCH, now).toMillis() / 1000.0;
  }

  @Test
  void holdsARateOfBytesOverAnyPieces() {
    Throttle throttle = new Throttle(timing, new Rate(1000, 0));
    throttle.passed(10, 1);
    throttle.passed(990, 1);
    throttle.passed(4000, 1);
    assertEquals(5, seconds(), 0.01);
  }

  @Test
  void holdsARateOfRows() {
    Throttle throttle = new Throttle(timing, new Rate(0, 100));
    for (int i = 0; i < 30; i++) {
      throttle.passed(1 << 20, 10);
    }
    assertEquals(3, seconds(), 0.01);
  }

  @Test
  void savesNothingUp() {
    Throttle throttle = new Throttle(timing, new Rate(1000, 0));
    now = now.plusSeconds(60);
    throttle.passed(2000, 1);
    assertEquals(62, seconds(), 0.01);
  }

  @Test
  void passesAtOnceWithoutALimit() {
    assertTrue(new Throttle(timing, Rate.UNLIMITED).passed(1L << 40, 1));
    assertEquals(0, seconds());
  }

  @Test
  void halvesTheRateWhileTheServerAnswersSlowlyAndRaisesItByLittle() {
    Throttle throttle = new Throttle(timing, Rate.UNLIMITED);
    List<Long> told = new ArrayList<>();
    Duration[] answer = {Duration.ofMillis(10)};
    ResponseWatch watch =
        new ResponseWatch(
            throttle, timing, () -> now = now.plus(answer[0]), (millis, rate) -> told.add(rate));
    double first = throttle.allowed();
    throttle.passed((long) first, 1);
    watch.look();
    assertTrue(throttle.allowed() > first);
    assertTrue(told.isEmpty());

    answer[0] = Duration.ofMillis(400);
    double before = throttle.allowed();
    watch.look();
    watch.look();
    assertEquals(2, told.size());
    assertTrue(throttle.allowed() <= before / 2, () -> "still " + throttle.allowed());
    for (int i = 0; i < 50; i++) {
      watch.look();
    }
    assertTrue(throttle.allowed() > 0, "never nothing");
  }

  @Test
  void neverAllowsMoreThanAPersonDoes() {
    Throttle throttle = new Throttle(timing, new Rate(1000, 0));
    throttle.allow(1e9);
    assertEquals(1000, throttle.allowed());
  }
}
