package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** What several rules ask about tables. */
final class Tables {

  private Tables() {}

  /** Whether others use it: this migration has not made it, and it is not this session's own. */
  static boolean inUse(Moment moment, RelationName table) {
    return !moment.isFresh(table)
        && moment
            .outline()
            .table(table)
            .filter(known -> known.persistence() == Persistence.TEMPORARY)
            .isEmpty();
  }

  static boolean isPartitioned(Moment moment, RelationName table) {
    return moment.outline().table(table).filter(TableOutline::isPartitioned).isPresent();
  }

  /** The table of an index, where it is known. */
  static Optional<TableOutline> of(Moment moment, IndexOutline index) {
    return moment.outline().table(index.table());
  }

  /** Whether an index of that name is dropped by a command. */
  static boolean drops(Command command, RelationName index, Outline outline) {
    return command.match(
        new Command.Some<>() {
          @Override
          public Boolean otherwise(Command other) {
            return false;
          }

          @Override
          public Boolean drop(Drop drop) {
            return drop.type() == ObjectType.INDEX
                && drop.names().stream()
                    .anyMatch(name -> outline.resolve(name).equals(outline.resolve(index)));
          }
        });
  }

  /** Whether the index that a moment builds was dropped before in its migration. */
  static boolean droppedBefore(Whole whole, Moment moment, CreateIndex index) {
    return index
        .name()
        .filter(
            name ->
                whole.moments().stream()
                    .takeWhile(each -> !each.equals(moment))
                    .anyMatch(
                        each ->
                            drops(
                                each.command(),
                                new RelationName(index.table().schema(), name),
                                moment.outline())))
        .isPresent();
  }

  /** A name as it is told to people. */
  static String called(CreateIndex index) {
    return index.name().map(name -> "index " + RelationName.quoted(name)).orElse("the index");
  }
}
