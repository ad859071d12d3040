package io.liftlock.engine.safety.rules.advice;

import io.liftlock.engine.safety.Rule;
import java.util.List;

/** The rules of design. */
public final class AdviceRules {

  private static final List<Rule> ALL =
      List.of(
          new BooleanWantsToBeStatus(),
          new CharPadsWithBlanks(),
          new ColumnNamesVendor(),
          new FilteredColumnWithoutIndex(),
          new IntegerKeyRunsOut(),
          new JsonHasNoEquality(),
          new LengthLimitInType(),
          new MissingHeader(),
          new MissingRollback(),
          new MoneyDependsOnLocale(),
          new RowSecurityNotEnabled(),
          new SerialInsteadOfIdentity(),
          new TimestampWithoutTimeZone(),
          new WideIndexRarelyHelps());

  private AdviceRules() {}

  /** All of them, by name. */
  public static List<Rule> all() {
    return ALL;
  }
}
