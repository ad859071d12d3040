package io.liftlock.engine.safety;

import io.liftlock.core.database.Facts;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Command;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A command at its moment of history: what it says, what was there before it, and what its
 * transaction has done already. Commands inside bodies have moments of their own.
 *
 * @param statement the statement of the script, whose place findings have
 * @param at 0-based offset of the command in the statement's text; 0 unless it stands in a body
 * @param called whether it stands in a routine that the statement calls: offsets of its parts are
 *     those of another text
 * @param ordinal 1-based place in its script
 * @param command what it says
 * @param outline the schema just before it
 * @param fresh the relations that this migration has made so far: nobody else uses them yet
 * @param transaction what its transaction has done before it
 * @param forecast what it will lock, scan and rewrite
 * @param major the server's major version; of SQLite 3
 * @param facts what is known of the database in use
 */
public record Moment(
    Statement statement,
    int at,
    boolean called,
    int ordinal,
    Command command,
    Outline outline,
    Set<RelationName> fresh,
    TransactionSoFar transaction,
    Forecast forecast,
    int major,
    Facts facts) {

  /** Copies the names. */
  public Moment {
    fresh = fresh instanceof FreshNames ? fresh : Set.copyOf(fresh);
  }

  /** The command, where it is of a kind. */
  public <C extends Command> Optional<C> command(Class<C> kind) {
    return kind.isInstance(command) ? Optional.of(kind.cast(command)) : Optional.empty();
  }

  /** Visits each action of a kind of an ALTER. */
  public <A extends Alteration> void alterations(Class<A> kind, BiConsumer<AlterTable, A> visitor) {
    command(AlterTable.class)
        .ifPresent(
            alter ->
                alter.actions().stream()
                    .filter(kind::isInstance)
                    .forEach(action -> visitor.accept(alter, kind.cast(action))));
  }

  /** Whether this very migration has made a relation, so that nobody else uses it yet. */
  public boolean isFresh(RelationName name) {
    return fresh.contains(outline.resolve(name));
  }

  /** What is known of a table that was there before this migration; empty where it is fresh. */
  public Optional<TableOutline> table(RelationName name) {
    return isFresh(name) ? Optional.empty() : outline.table(name);
  }

  /** Names that this migration has not made, in the order given. */
  public List<RelationName> inUse(List<RelationName> names) {
    return names.stream().filter(name -> !isFresh(name)).toList();
  }

  /** What one action of an ALTER does, as if it stood alone. */
  public Forecast alone(AlterTable alter, Alteration action) {
    return alter.actions().size() == 1
        ? forecast
        : new LockForecast(major)
            .of(
                new AlterTable(
                    alter.kind(), alter.name(), alter.ifExists(), alter.only(), List.of(action)),
                outline,
                transaction)
            .without(this::isFresh);
  }

  /** Whether it stands in a body, whose statements cannot be cut apart. */
  public boolean inBody() {
    return at > 0;
  }

  /** A relation's name for people: without its schema, where the search path finds it. */
  public String shown(RelationName name) {
    return outline.resolve(RelationName.of(name.name())).equals(outline.resolve(name))
        ? RelationName.quoted(name.name())
        : name.toString();
  }

  /** A column with its relation, for people: {@code users.email}. */
  public String shown(RelationName name, String column) {
    return shown(name) + "." + RelationName.quoted(column);
  }
}
