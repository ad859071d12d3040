package io.liftlock.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignOptionsTest {

  @Test
  void addsSetsAndDrops() {
    assertThat(
            ForeignOptions.alter(
                List.of("host 'a'", "port '1'", "\"x \"\"y\" 'gone'"),
                List.of("host 'a'", "port '2'", "dbname 'd'")))
        .isEqualTo(" OPTIONS (DROP \"x \"\"y\", SET port '2', ADD dbname 'd')");
  }

  @Test
  void saysNothingWhereNothingDiffers() {
    assertThat(ForeignOptions.alter(List.of("a '1'"), List.of("a '1'"))).isEmpty();
    assertThat(ForeignOptions.create(List.of())).isEmpty();
  }
}
