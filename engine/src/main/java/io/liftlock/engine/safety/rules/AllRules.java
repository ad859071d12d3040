package io.liftlock.engine.safety.rules;

import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.rules.advice.AdviceRules;
import io.liftlock.engine.safety.rules.columns.ColumnRules;
import io.liftlock.engine.safety.rules.constraints.ConstraintRules;
import io.liftlock.engine.safety.rules.data.DataRules;
import io.liftlock.engine.safety.rules.indexes.IndexRules;
import io.liftlock.engine.safety.rules.objects.ObjectRules;
import io.liftlock.engine.safety.rules.partitions.PartitionRules;
import io.liftlock.engine.safety.rules.session.SessionRules;
import io.liftlock.engine.safety.rules.sqlite.SqliteRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that liftlock knows. */
public final class AllRules {

  private static final List<Rule> ALL =
      Stream.of(
              ColumnRules.all(), //
              ConstraintRules.all(), //
              IndexRules.all(), //
              PartitionRules.all(), //
              ObjectRules.all(), //
              DataRules.all(), //
              SessionRules.all(), //
              AdviceRules.all(), //
              SqliteRules.all())
          .flatMap(List::stream)
          .toList();

  private AllRules() {}

  /** Every rule, family by family. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The rule of that id. */
  public static Optional<Rule> find(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
