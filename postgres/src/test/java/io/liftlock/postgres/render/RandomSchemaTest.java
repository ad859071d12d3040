package io.liftlock.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Seeds;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random pairs of schemas, each built, compared, migrated, compared again, taken back and taken
 * down. A few are the same in every build, so that none fails by chance; {@code
 * -Dliftlock.test.pairs=300} tries so many that nobody has seen. A pair that fails is made as small
 * as it can be and still fail.
 */
class RandomSchemaTest {

  private static final int USUAL = 24;

  @Test
  void everySchemaBecomesAnyOtherAndComesBack() {
    for (long seed = 1; seed <= USUAL; seed++) {
      prove(seed);
    }
    int more = Integer.getInteger("liftlock.test.pairs", 0);
    if (more > 0) {
      Seeds.times(more, random -> prove(random.nextLong()));
    }
  }

  private static void prove(long seed) {
    RandomPair pair = new RandomPair(seed, Set.of(), Set.of());
    if (pair.failure() != null) {
      throw new AssertionError("seed " + seed + ": " + pair.smallest());
    }
  }

  @Test
  void pairsAreAlikeButNotEqual() {
    String first = RandomSchema.sql(Decisions.first(1, Set.of()));
    String second = RandomSchema.sql(Decisions.second(1, Set.of(), Set.of()));
    assertThat(first).isEqualTo(RandomSchema.sql(Decisions.first(1, Set.of())));
    assertThat(second).isNotEqualTo(first);
    assertThat(second.lines().filter(first.lines().toList()::contains).count()).isGreaterThan(10);
  }
}
