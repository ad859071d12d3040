package io.liftlock.engine.safety.forecast;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.Volatility;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.RoutineOutline;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the value of a default is one and the same for every row: then adding a column with it
 * writes nothing anew.
 */
public final class DefaultExpression {

  private final Outline outline;

  /**
   * @param outline what is known of functions
   */
  public DefaultExpression(Outline outline) {
    this.outline = outline;
  }

  /** How sure it is that a default has one value for all rows. */
  public enum Answer {
    /** One value for all rows: nothing is written anew. */
    SAME_FOR_ALL,
    /** A value for each row: the table is written anew. */
    DIFFERS,
    /** It calls a function that nothing tells of. */
    UNKNOWN
  }

  /** Whether a default has one value for all rows. */
  public Answer of(Expression value) {
    if (value.form() != Expression.Form.COMPUTED) {
      return Answer.SAME_FOR_ALL;
    }
    Answer answer = Answer.SAME_FOR_ALL;
    for (Call call : value.calls()) {
      Answer one = of(call);
      if (one == Answer.DIFFERS) {
        return one;
      }
      answer = one == Answer.UNKNOWN ? one : answer;
    }
    return answer;
  }

  /** The volatile function that a default calls first, as written; empty where there is none. */
  public Optional<String> culprit(Expression value) {
    return value.calls().stream()
        .filter(call -> of(call) == Answer.DIFFERS)
        .map(Call::name)
        .findFirst();
  }

  private Answer of(Call call) {
    RelationName name = name(call.name());
    List<RoutineOutline> routines =
        outline.routines(name).stream()
            .filter(each -> each.arguments().size() >= call.arguments())
            .toList();
    if (!routines.isEmpty()) {
      return routines.stream().allMatch(this::isSame) ? Answer.SAME_FOR_ALL : Answer.DIFFERS;
    }
    if (name.schema() != null && !name.schema().equals("pg_catalog")) {
      return Answer.UNKNOWN;
    }
    String plain = name.name().toLowerCase(Locale.ROOT);
    if (BuiltIn.isVolatile(plain)) {
      return Answer.DIFFERS;
    }
    return BuiltIn.isKnown(plain) ? Answer.SAME_FOR_ALL : Answer.UNKNOWN;
  }

  private static RelationName name(String written) {
    int dot = written.lastIndexOf('.');
    return dot < 0
        ? RelationName.of(written)
        : RelationName.of(written.substring(0, dot), written.substring(dot + 1));
  }

  /**
   * The server does not look behind STABLE and IMMUTABLE. A volatile function in SQL that is no
   * more than an expression is put in its place first, and what counts is that expression.
   */
  private boolean isSame(RoutineOutline routine) {
    if (routine.volatility() != Volatility.VOLATILE) {
      return true;
    }
    return routine.language().equals("sql")
        && routine
            .body()
            .filter(body -> body.notUnderstood().isEmpty() && body.statements().size() == 1)
            .map(body -> body.statements().get(0))
            .filter(this::isPlainExpression)
            .isPresent();
  }

  private boolean isPlainExpression(BodyStatement statement) {
    return statement
        .command()
        .match(
            new Command.Some<Boolean>() {
              @Override
              public Boolean otherwise(Command command) {
                return false;
              }

              @Override
              public Boolean query(Query query) {
                return query.reads().isEmpty()
                    && query.writes().isEmpty()
                    && !query.limited()
                    && query.calls().stream().allMatch(call -> of(call) == Answer.SAME_FOR_ALL);
              }
            });
  }
}
