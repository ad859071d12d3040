package io.liftlock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

  @Test
  void everyStatementIsReadAsIfAlone() {
    String sql =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    i % 50 == 7
                        ? "SELECT FROM WHERE " + i + ";"
                        : "ALTER TABLE t" + i + " ADD COLUMN c" + i + " text;")
            .collect(Collectors.joining("\n"));
    Script script = new ScriptReader().read("a.sql", sql, Dialect.POSTGRES);
    SqlParser alone = Connections.parser(Dialect.POSTGRES);
    SqlParser ahead = ReadAhead.of(() -> Connections.parser(Dialect.POSTGRES), List.of(script));
    for (int round = 0; round < 2; round++) {
      for (Statement statement : script) {
        assertThat(ahead.read(statement)).isEqualTo(alone.read(statement));
      }
    }
  }
}
