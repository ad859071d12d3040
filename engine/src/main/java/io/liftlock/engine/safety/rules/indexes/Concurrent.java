package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.DetachPartition;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.Reindex;
import java.util.Optional;

/** The commands that CONCURRENTLY makes wait for the transactions of others. */
final class Concurrent {

  private Concurrent() {}

  /** How people call it, where it is such a command. */
  static Optional<String> what(Command command) {
    return command.match(
        new Command.Some<>() {
          @Override
          public Optional<String> otherwise(Command other) {
            return Optional.empty();
          }

          @Override
          public Optional<String> createIndex(CreateIndex index) {
            return named(index.concurrently(), "CREATE INDEX CONCURRENTLY");
          }

          @Override
          public Optional<String> drop(Drop drop) {
            return named(drop.concurrently(), "DROP INDEX CONCURRENTLY");
          }

          @Override
          public Optional<String> reindex(Reindex reindex) {
            return named(reindex.concurrently(), "REINDEX CONCURRENTLY");
          }

          @Override
          public Optional<String> alterTable(AlterTable alter) {
            return named(
                alter.actions().stream()
                    .anyMatch(
                        action ->
                            action instanceof DetachPartition detach && detach.concurrently()),
                "DETACH PARTITION CONCURRENTLY");
          }
        });
  }

  private static Optional<String> named(boolean concurrently, String what) {
    return concurrently ? Optional.of(what) : Optional.empty();
  }
}
