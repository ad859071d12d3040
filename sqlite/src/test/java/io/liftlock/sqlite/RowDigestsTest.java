package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowDigests.RowDigest;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowDigestsTest {

  @TempDir Path folder;

  private int count;

  private RowDigest digest(String values, String... columns) {
    Path file = folder.resolve("state/" + count++ + ".db");
    new ByHand(file).run("CREATE TABLE t (a, b);\n" + values);
    try (Database database = Workshop.open(file)) {
      return database.rows().digest(ObjectId.of(ObjectKind.TABLE, "t"), List.of(columns));
    }
  }

  @Test
  void doesNotDependOnTheOrderOfRows() {
    RowDigest one = digest("INSERT INTO t VALUES (1, 'x'), (2, 'y'), (2, 'y');", "a", "b");
    assertThat(one)
        .isEqualTo(digest("INSERT INTO t VALUES (2, 'y'), (1, 'x'), (2, 'y');", "a", "b"));
    assertThat(one.rows()).isEqualTo(3);
    assertThat(one.hash())
        .isNotEqualTo(
            digest("INSERT INTO t VALUES (2, 'y'), (1, 'x'), (1, 'x');", "a", "b").hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1|'1'",
        "1|1.0",
        "NULL|''",
        "''|x''",
        "'a'|x'61'",
        "0.1|0.10000000000000002",
        "9007199254740993|9007199254740992",
        "'ä'|'ae'",
        "x'00'|x'0000'",
        "'a' || char(0)|'a'"
      })
  void tellsValuesApart(String one, String other) {
    RowDigest first = digest("INSERT INTO t (a) VALUES (" + one + ");", "a");
    assertThat(first).isEqualTo(digest("INSERT INTO t (a) VALUES (" + one + ");", "a"));
    assertThat(first).isNotEqualTo(digest("INSERT INTO t (a) VALUES (" + other + ");", "a"));
  }

  @Test
  void tellsApartWhereAValueStands() {
    assertThat(digest("INSERT INTO t VALUES ('ab', 'c');", "a", "b"))
        .isNotEqualTo(digest("INSERT INTO t VALUES ('a', 'bc');", "a", "b"));
    assertThat(digest("INSERT INTO t VALUES (NULL, 1);", "a", "b"))
        .isNotEqualTo(digest("INSERT INTO t VALUES (1, NULL);", "a", "b"));
    assertThat(digest("INSERT INTO t VALUES (1, 2);", "a"))
        .isEqualTo(digest("INSERT INTO t VALUES (1, 3);", "a"));
    assertThat(digest("INSERT INTO t VALUES (1, 2), (3, 4);").rows()).isEqualTo(2);
  }
}
