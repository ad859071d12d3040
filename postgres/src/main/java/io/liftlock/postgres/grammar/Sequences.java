package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.AlterSequence;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateSequence;
import io.liftlock.core.syntax.RelationKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_sequence_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_sequence_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Sequence_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_loggedContext;

/** Reads the commands of sequences. */
final class Sequences {

  private Sequences() {}

  /** CREATE SEQUENCE. */
  static Command of(Create_sequence_statementContext node) {
    return new CreateSequence(
        Names.of(node.name),
        node.if_not_exists() != null,
        type(node.sequence_body()),
        ownedBy(node.sequence_body()));
  }

  /** ALTER SEQUENCE, its RENAME and the like as those of any relation. */
  static Command of(Alter_sequence_statementContext node, Source source) {
    if (node.rename_to() != null) {
      return one(node, AlterTables.renameTo(node.rename_to(), source));
    }
    if (node.set_schema() != null) {
      return one(node, AlterTables.setSchema(node.set_schema(), source));
    }
    if (node.set_logged() != null) {
      Set_loggedContext set = node.set_logged();
      return one(node, new Alteration.SetPersistence(source.at(set), set.LOGGED() != null));
    }
    List<Sequence_bodyContext> parts = node.sequence_body();
    boolean restart = !node.RESTART().isEmpty();
    return new AlterSequence(
        Names.of(node.name),
        node.if_exists() != null,
        type(parts),
        restart,
        ownedBy(parts),
        !restart && !parts.isEmpty() && parts.stream().allMatch(part -> part.OWNED() != null));
  }

  private static Command one(Alter_sequence_statementContext node, Alteration action) {
    return AlterTables.one(RelationKind.SEQUENCE, node.name, node.if_exists(), action);
  }

  private static Optional<String> type(List<Sequence_bodyContext> parts) {
    return parts.stream()
        .filter(part -> part.type != null)
        .map(part -> SQLParser.VOCABULARY.getSymbolicName(part.type.getType()))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /** The column it goes with; empty for OWNED BY NONE, which names no table. */
  private static Optional<ColumnName> ownedBy(List<Sequence_bodyContext> parts) {
    return parts.stream()
        .filter(part -> part.col_name != null)
        .map(part -> Names.column(part.col_name))
        .filter(column -> column.relation().isPresent())
        .findFirst();
  }
}
