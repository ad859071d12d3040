package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.TransactionSoFar;
import io.liftlock.engine.safety.Whole;
import java.util.Optional;
import java.util.stream.IntStream;

/** A new value of an enum is used before it is committed. Hazard M36. */
public final class EnumValueUsedTooSoon implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment
          .command(AlterType.class)
          .filter(alter -> alter.action() == AlterType.Action.ADD_VALUE)
          .filter(alter -> moment.transaction().open() && !madeHere(moment, alter))
          .ifPresent(
              alter ->
                  alter
                      .value()
                      .ifPresent(
                          value ->
                              whole.moments().stream()
                                  .filter(each -> Together.follows(moment, each))
                                  .filter(each -> uses(each, value))
                                  .findFirst()
                                  .ifPresent(
                                      each ->
                                          add(moment, alter, value, each, findings.of(moment)))));
    }
  }

  private static void add(
      Moment moment, AlterType alter, String value, Moment use, Findings findings) {
    findings.add(
        0,
        "Statement "
            + use.ordinal()
            + " uses the value '"
            + value
            + "' of "
            + alter.name()
            + " in the transaction that adds it",
        "The server refuses it (55P04), and the migration stops there",
        moment.inBody()
            ? Optional.empty()
            : Optional.of(
                Fix.rewrite(
                    new SafeStep(
                        moment.statement().text().strip().replaceFirst(";?$", ";"),
                        SafeStep.Where.NO_TRANSACTION,
                        "Committed before anything uses it"))));
  }

  /** A type that the transaction has made itself may be used at once. */
  private static boolean madeHere(Moment moment, AlterType alter) {
    return moment.transaction().before().stream()
        .map(TransactionSoFar.Past::command)
        .anyMatch(
            command ->
                command.match(
                    new Command.Some<Boolean>() {
                      @Override
                      public Boolean otherwise(Command other) {
                        return false;
                      }

                      @Override
                      public Boolean createType(CreateType type) {
                        return moment
                            .outline()
                            .resolve(type.name())
                            .equals(moment.outline().resolve(alter.name()));
                      }
                    }));
  }

  /** Whether the value stands in a statement as a string; more values may be added beside it. */
  private static boolean uses(Moment moment, String value) {
    if (moment.command(AlterType.class).isPresent()) {
      return false;
    }
    Tokens tokens = Tokens.of(Dialect.POSTGRES, moment.statement().text());
    return IntStream.range(0, tokens.size())
        .anyMatch(
            i ->
                tokens.isString(i)
                    ? value.equals(tokens.string(i))
                    : moment.inBody() && tokens.written(i).contains("'" + value + "'"));
  }
}
