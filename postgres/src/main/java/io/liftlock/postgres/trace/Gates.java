package io.liftlock.postgres.trace;

import io.liftlock.core.sql.RelationName;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.sql.Quoted;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a statement up for a moment wherever it waits for others, so that its locks can be seen
 * there however fast it is. Two sessions take turns to hold ROW EXCLUSIVE on every table, as a
 * writer would: what is concurrent waits for writers again and again, what is not waits for its
 * strong lock. One who waits is let through at once, and the other session stands at the next place
 * already.
 */
final class Gates implements AutoCloseable {

  /** With more tables their locks would not be for nothing any more. */
  private static final int MOST_TABLES = 500;

  /** The longest statement, a concurrent REINDEX, waits at five places for each index. */
  private static final int MOST_PASSES = 40;

  /** How they hold tables. */
  enum Manner {
    /** In turns, as a writer would, at every place where others are waited for. */
    AS_WRITER("ROW EXCLUSIVE"),
    /**
     * Only at the first lock, as another VACUUM would. Behind that, a VACUUM takes its strong lock,
     * to cut off a table's empty end, only where nobody is in its way.
     */
    ONCE_AS_VACUUM("SHARE UPDATE EXCLUSIVE");

    private final String mode;

    Manner(String mode) {
      this.mode = mode;
    }
  }

  private final @Nullable String shut;
  private final boolean once;
  private final Supplier<Link> connections;
  private final Consumer<Link> spare;
  private @Nullable Link here;
  private @Nullable Link next;
  private int passes;

  /**
   * @param spare takes connections that are not needed any more
   * @param tables to hold; nothing is held yet
   */
  Gates(Supplier<Link> connections, Consumer<Link> spare, List<Relation> tables, Manner manner) {
    this.once = manner == Manner.ONCE_AS_VACUUM;
    this.connections = connections;
    this.spare = spare;
    this.shut =
        tables.isEmpty() || tables.size() > MOST_TABLES
            ? null
            : tables.stream()
                .map(Gates::table)
                .collect(
                    Collectors.joining(
                        ", ", "BEGIN; LOCK TABLE ", " IN " + manner.mode + " MODE NOWAIT"));
  }

  private static String table(Relation table) {
    RelationName name = table.name();
    return "ONLY " + Quoted.qualified(String.valueOf(name.schema()), name.name());
  }

  /** Stands in the way of what comes. */
  void shut() {
    here = shut(here);
  }

  private @Nullable Link shut(@Nullable Link free) {
    if (shut == null || passes > MOST_PASSES) {
      return null;
    }
    Link link = free == null ? connections.get() : free;
    if (link.ask(shut, Link.Rows.DROP).failure() != null) {
      // The statement stands first for its lock; there is nothing to hold up behind that.
      giveBack(link);
      return null;
    }
    return link;
  }

  /** Lets one through who waits, and stands at the next place. */
  void pass() {
    Link open = here;
    if (open == null) {
      return;
    }
    passes++;
    here = once ? null : shut(next);
    open.ask("ROLLBACK", Link.Rows.DROP);
    next = open;
  }

  @Override
  public void close() {
    giveBack(here);
    giveBack(next);
    here = null;
    next = null;
  }

  private void giveBack(@Nullable Link link) {
    if (link != null) {
      Exchange.undo(link);
      spare.accept(link);
    }
  }
}
