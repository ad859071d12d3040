package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Partition;
import io.liftlock.core.syntax.PartitionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Define_partitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.For_values_boundContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Partition_bound_specContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Partition_byContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Partition_columnContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Partition_methodContext;

/** Reads how tables are divided. */
final class Partitions {

  private Partitions() {}

  /** PARTITION BY. */
  static PartitionKey key(Partition_byContext node) {
    Partition_methodContext method = node.partition_method();
    List<String> columns = new ArrayList<>();
    boolean expressions = false;
    for (Partition_columnContext part : method.partition_column()) {
      Optional<String> column = Vexes.column(part.vex());
      column.ifPresent(columns::add);
      expressions |= column.isEmpty();
    }
    return new PartitionKey(
        method.getStart().getText().toLowerCase(Locale.ROOT), columns, expressions);
  }

  /** PARTITION OF. */
  static Partition of(Define_partitionContext node, Source source) {
    return new Partition(Names.of(node.parent_table), bound(node.for_values_bound(), source));
  }

  /** FOR VALUES; empty for DEFAULT. */
  static Optional<Expression> bound(For_values_boundContext node, Source source) {
    Partition_bound_specContext spec = node.partition_bound_spec();
    if (spec == null) {
      return Optional.empty();
    }
    List<Expression> values =
        Stream.concat(
                spec.vex().stream(),
                spec.partition_bound_part().stream().flatMap(part -> part.vex().stream()))
            .map(value -> Expressions.of(value, source))
            .toList();
    List<Call> calls = values.stream().flatMap(value -> value.calls().stream()).toList();
    String text = source.text(node);
    return Optional.of(
        new Expression(
            text,
            source.at(node),
            calls.isEmpty() ? Expression.Form.LITERAL : Expression.Form.COMPUTED,
            calls,
            Set.of(),
            List.of(text),
            Set.of(),
            values.stream().anyMatch(Expression::query)));
  }
}
