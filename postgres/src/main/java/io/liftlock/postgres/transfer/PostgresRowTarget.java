package io.liftlock.postgres.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.obstacle.Obstacles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows into a PostgreSQL database, over connections of its own. */
public final class PostgresRowTarget implements RowTarget, AutoCloseable {

  /** How many questions go into one message. */
  private static final int MESSAGE = 200;

  private final Connector connector;
  private final CopyLock lock;
  private final PostgresCopyLedger ledger;
  private @Nullable Link open;

  /**
   * Opens no connection yet.
   *
   * @param connector to the database
   */
  public PostgresRowTarget(Connector connector) {
    this.connector = connector;
    this.lock = new CopyLock(() -> PinnedLink.open(connector));
    this.ledger = new PostgresCopyLedger(() -> PinnedLink.open(connector), lock);
  }

  private Link link() {
    Link link = open;
    if (link == null || link.isClosed()) {
      link = PinnedLink.open(connector);
      open = link;
    }
    return link;
  }

  @Override
  public synchronized String identity() {
    return new ServerFacts(link()).identity();
  }

  @Override
  public synchronized String server() {
    return new ServerFacts(link()).server();
  }

  @Override
  public synchronized ServerSize size() {
    return new ServerFacts(link()).size();
  }

  @Override
  public CopyLedger ledger() {
    return ledger;
  }

  @Override
  public synchronized List<Suspension> obstacles(Collection<ObjectId> tables) {
    return new Obstacles(link()).of(tables);
  }

  @Override
  public synchronized List<ObjectId> filled(Collection<ObjectId> tables) {
    TargetTables names = new TargetTables(link());
    List<ObjectId> asked = List.copyOf(tables);
    names.lookUp(asked);
    List<ObjectId> filled = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += MESSAGE) {
      List<ObjectId> some = asked.subList(from, Math.min(asked.size(), from + MESSAGE));
      List<Reply> replies =
          Exchange.ask(
              link(),
              "nobody can tell which tables of the target hold rows",
              some.stream().map(table -> holdsRows(names, table)).toList());
      for (int i = 0; i < some.size(); i++) {
        if (replies.get(i).isTrue(0, 0)) {
          filled.add(some.get(i));
        }
      }
    }
    return filled;
  }

  private static String holdsRows(TargetTables names, ObjectId table) {
    String from =
        LargeObjects.are(table) ? "pg_catalog.pg_largeobject_metadata" : names.only(table);
    return "SELECT EXISTS (SELECT 1 FROM " + from + ")";
  }

  @Override
  public TableWriter writer() {
    return new PostgresTableWriter(connector, lock);
  }

  @Override
  public synchronized void close() {
    ledger.close();
    Link link = open;
    if (link != null) {
      link.close();
    }
  }
}
