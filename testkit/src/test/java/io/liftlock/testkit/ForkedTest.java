package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Scanner;
import org.junit.jupiter.api.Test;

class ForkedTest {

  /** Answers every line, and ends with exit code 3 at the word end. */
  static final class Parrot {
    public static void main(String[] arguments) {
      System.out.println("ready " + arguments[0]);
      Scanner lines = new Scanner(System.in);
      while (lines.hasNextLine()) {
        String line = lines.nextLine();
        if (line.equals("end")) {
          System.exit(3);
        }
        System.err.println("said " + line);
      }
    }
  }

  @Test
  void speaksBothWaysAndEnds() {
    try (Forked parrot = Forked.start(Parrot.class, "polly")) {
      assertThat(parrot.await("ready ")).isEqualTo("polly");
      parrot.say("hello");
      assertThat(parrot.await("said ")).isEqualTo("hello");
      parrot.say("end");
      assertThat(parrot.exitCode()).isEqualTo(3);
      assertThatThrownBy(() -> parrot.await("more")).hasMessageContaining("said hello");
    }
  }

  @Test
  void killedProcessIsGone() {
    try (Forked parrot = Forked.start(Parrot.class, "polly")) {
      parrot.await("ready ");
      parrot.kill();
      assertThat(parrot.exitCode()).isEqualTo(137);
      assertThat(parrot.handle().isAlive()).isFalse();
    }
  }
}
