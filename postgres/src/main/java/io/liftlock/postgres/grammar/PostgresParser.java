package io.liftlock.postgres.grammar;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Reading;
import java.util.List;

/** Reads statements by the grammar of this dialect. */
public final class PostgresParser implements SqlParser {

  @Override
  public Reading read(Statement statement) {
    return new Reading.Understood(new OtherCommand("", List.of()));
  }
}
