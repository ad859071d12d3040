package io.liftlock.engine.safety;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateDomain;
import io.liftlock.core.syntax.CreateSequence;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.Outline;
import java.util.Optional;
import java.util.Set;

/** The relations and domains that a migration has made so far: nobody else uses them yet. */
final class FreshRelations {

  private FreshNames names = FreshNames.none();

  /** Takes notice of a command, by the schema before it. */
  void passed(Command command, Outline before) {
    made(command)
        .map(before::resolve)
        .filter(name -> before.table(name).isEmpty())
        .ifPresent(name -> names = names.and(name));
  }

  /** Whether it is one of them, or an index of one. */
  boolean holds(RelationName name, Outline outline) {
    if (names.isEmpty()) {
      return false;
    }
    RelationName resolved = outline.resolve(name);
    return names.contains(resolved)
        || outline.index(resolved).map(IndexOutline::table).filter(names::contains).isPresent();
  }

  Set<RelationName> names() {
    return names;
  }

  private static Optional<RelationName> made(Command command) {
    return command.match(
        new Command.Some<>() {
          @Override
          public Optional<RelationName> otherwise(Command other) {
            return Optional.empty();
          }

          @Override
          public Optional<RelationName> createTable(CreateTable table) {
            return Optional.of(table.name());
          }

          @Override
          public Optional<RelationName> createView(CreateView view) {
            return Optional.of(view.name());
          }

          @Override
          public Optional<RelationName> createDomain(CreateDomain domain) {
            return Optional.of(domain.name());
          }

          @Override
          public Optional<RelationName> createSequence(CreateSequence sequence) {
            return Optional.of(sequence.name());
          }
        });
  }
}
