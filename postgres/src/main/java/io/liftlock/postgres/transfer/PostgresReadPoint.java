package io.liftlock.postgres.transfer;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.link.Failures;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exported snapshot. One connection holds it; readers import it, and then live as long as they
 * like even where the holder is lost. Where there is to be one reader, or the server lets nobody
 * import, the holder itself is what reads.
 */
final class PostgresReadPoint implements ReadPoint {

  /** Too many connections, of the server, of the role, or of the database. */
  private static final String TOO_MANY = "53300";

  /** Unknown or invalid snapshot. */
  private static final Set<String> UNKNOWN_SNAPSHOT = Set.of("22023", "42704");

  private final Connector connector;
  private final ReadTransaction holder;
  private final String server;
  private final String snapshot;
  private final String id;
  private final Instant at;
  private final Set<ReadTransaction> lent = new LinkedHashSet<>();
  private final Deque<ReadTransaction> waiting = new ArrayDeque<>();
  private Consistency consistency = Consistency.FULL;
  private boolean holderReads;

  private PostgresReadPoint(Connector connector, ReadTransaction holder, Clock clock) {
    this.connector = connector;
    this.holder = holder;
    this.snapshot = holder.export();
    this.at = clock.instant();
    this.id =
        holder
            .ask(
                "the snapshot has no name",
                "SELECT pg_catalog.pg_current_snapshot()::pg_catalog.text")
            .required(0, 0);
    this.server = new ServerFacts(holder).server();
    holder.ready();
  }

  static PostgresReadPoint open(Connector connector, Clock clock, int readers) {
    ReadTransaction holder = ReadTransaction.begin(connector);
    PostgresReadPoint point;
    try {
      point = new PostgresReadPoint(connector, holder, clock);
    } catch (DatabaseError e) {
      holder.close();
      throw e;
    }
    try {
      point.prepare(readers);
    } catch (DatabaseError e) {
      point.close();
      throw e;
    }
    return point;
  }

  /**
   * Opens all readers at once. It is the only way to know that they all can be had: behind one
   * address there may be several servers, and a snapshot is known to one of them.
   */
  private synchronized void prepare(int readers) {
    holderReads = readers == 1;
    while (!holderReads && waiting.size() < readers) {
      try {
        waiting.add(join());
      } catch (DatabaseError e) {
        if (TOO_MANY.equals(e.sqlState()) && !waiting.isEmpty()) {
          // So there are fewer; what they see is the same.
          return;
        }
        readAlone(because(e));
      }
    }
  }

  private static String because(DatabaseError e) {
    if (TOO_MANY.equals(e.sqlState())) {
      return "the server takes no connection besides the one that holds the snapshot";
    }
    if (e.sqlState() != null && UNKNOWN_SNAPSHOT.contains(e.sqlState())) {
      return "connections to this address do not reach one and the same server: a pooler or a load"
          + " balancer stands between";
    }
    throw e;
  }

  private void readAlone(String because) {
    waiting.forEach(ReadTransaction::close);
    waiting.clear();
    holderReads = true;
    consistency = new Consistency(Consistency.Degree.SINGLE, because);
  }

  /**
   * @throws DatabaseError with one of {@link #UNKNOWN_SNAPSHOT} where that is not the same server
   */
  private ReadTransaction join() {
    ReadTransaction reader = ReadTransaction.join(connector, snapshot).ready();
    if (!new ServerFacts(reader).server().equals(server)) {
      // Two servers may give their snapshots the same name.
      reader.close();
      throw new DatabaseError(
          Problem.error(ErrorCode.CONNECTION_LOST, "another server answered")
              .action(Failures.AGAIN),
          "22023",
          null);
    }
    return reader;
  }

  @Override
  public synchronized Consistency consistency() {
    return consistency;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public synchronized TableReader reader() {
    ReadTransaction next = next();
    lent.add(next);
    return new PostgresTableReader(next, () -> giveBack(next));
  }

  private ReadTransaction next() {
    if (holderReads) {
      if (!holder.isOpen()) {
        throw gone(null);
      }
      if (!lent.contains(holder)) {
        return holder;
      }
      if (consistency.degree() == Consistency.Degree.SINGLE) {
        throw new StateError(
            Problem.error(
                    ErrorCode.CONSISTENCY_WEAK,
                    "there can be only one reader of this source at a time: "
                        + consistency.because())
                .action("read with one job, or connect to the server itself"));
      }
    }
    ReadTransaction ready = waiting.poll();
    if (ready != null) {
      return ready;
    }
    try {
      return join();
    } catch (DatabaseError e) {
      if (e.sqlState() != null && UNKNOWN_SNAPSHOT.contains(e.sqlState())) {
        throw gone(e);
      }
      throw e;
    }
  }

  private static DatabaseError gone(@Nullable DatabaseError cause) {
    return new DatabaseError(
        Problem.error(
                ErrorCode.CONNECTION_LOST,
                "the connection that held the snapshot is gone, so nobody else can read at it")
            .action(Failures.AGAIN),
        cause);
  }

  private synchronized void giveBack(ReadTransaction reader) {
    lent.remove(reader);
    if (reader != holder) {
      reader.close();
    }
  }

  @Override
  public synchronized boolean isAlive() {
    return holder.isAlive();
  }

  @Override
  public synchronized void close() {
    waiting.forEach(ReadTransaction::close);
    waiting.clear();
    lent.forEach(ReadTransaction::close);
    lent.clear();
    holder.close();
  }
}
