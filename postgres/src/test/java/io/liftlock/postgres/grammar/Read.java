package io.liftlock.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Reading;
import io.liftlock.core.syntax.Write;

/** Reads one statement and expects what it is. */
final class Read {

  private Read() {}

  /** The command that a text says. */
  static Command command(String sql) {
    Reading reading = PostgresParser.read(sql);
    return assertThat(reading).as(sql).asInstanceOf(type(Reading.Understood.class)).actual().said();
  }

  /** The same, of one class. */
  static <C extends Command> C as(Class<C> expected, String sql) {
    return assertThat(command(sql)).as(sql).asInstanceOf(type(expected)).actual();
  }

  /** A condition as DELETE would have it. */
  static Expression condition(String sql) {
    return as(Write.class, "DELETE FROM t WHERE " + sql).where().orElseThrow();
  }

  /** A value as UPDATE would give it to a column. */
  static Expression value(String sql) {
    Expression value = as(Write.class, "UPDATE t SET c = " + sql).assignments().get("c");
    assertThat(value).isNotNull();
    return value;
  }
}
