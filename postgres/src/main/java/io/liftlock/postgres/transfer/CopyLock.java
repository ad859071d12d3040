package io.liftlock.postgres.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.Checksum;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The right to copy into a database: an advisory lock, held by a session that does nothing else.
 * Every chunk commits only while that very session holds it, so a process that has lost it without
 * noticing does no harm to the one that took it over.
 */
final class CopyLock implements CopyLedger.Lock {

  /**
   * The first 64 bits of the SHA-256 of {@code liftlock/copy}. Advisory locks are per database, so
   * the database need not be in it.
   */
  private static final long KEY =
      Long.parseUnsignedLong(Checksum.sha256("liftlock/copy").substring(0, 16), 16);

  private static final String IS_KEY =
      "k.locktype = 'advisory' AND k.objsubid = 1 AND k.classid = %d AND k.objid = %d"
          .formatted(KEY >>> 32, KEY & 0xFFFF_FFFFL);

  private final Supplier<Link> connect;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private @Nullable Link holder;

  CopyLock(Supplier<Link> connect) {
    this.connect = connect;
  }

  /**
   * Takes it.
   *
   * @throws StateError with COPY_RUNNING where another session holds it
   */
  synchronized void take() {
    if (holder != null && isHeld()) {
      return;
    }
    close();
    Link link = connect.get();
    try {
      if (!tryLock(link)) {
        throw running(link);
      }
      holder = link;
    } finally {
      if (holder != link) {
        link.close();
      }
    }
  }

  private static boolean tryLock(Link link) {
    return Exchange.ask(
            link,
            "the right to copy cannot be taken",
            "SELECT pg_catalog.pg_try_advisory_lock(" + KEY + ")")
        .isTrue(0, 0);
  }

  /** Whether the session that took it is still there. */
  private boolean isHeld() {
    Link link = holder;
    return link != null && link.ask("SELECT 1", Link.Rows.DROP).failure() == null;
  }

  /** A condition that is true while it is held by the session that took it, or was never taken. */
  synchronized String condition() {
    Link link = holder;
    return link == null
        ? "TRUE"
        : "EXISTS (SELECT 1 FROM pg_catalog.pg_locks k WHERE k.granted AND k.pid = %d AND %s)"
            .formatted(link.processId(), IS_KEY);
  }

  private static StateError running(Link link) {
    // Everybody may read pg_locks, and of pg_stat_activity the application's and the user's name.
    Reply reply =
        Exchange.ask(
            link,
            "the holder of the right to copy cannot be read",
            """
            SELECT k.pid, a.application_name, a.usename
              FROM pg_catalog.pg_locks k
              LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = k.pid
             WHERE k.granted AND %s
               AND k.database = (SELECT d.oid FROM pg_catalog.pg_database d
                                  WHERE d.datname = pg_catalog.current_database())
             LIMIT 1\
            """
                .formatted(IS_KEY));
    String who =
        reply.rows().isEmpty()
            ? "another run, which has ended in this moment"
            : "%s (database user %s, server process %s)"
                .formatted(called(reply.text(0, 1)), reply.text(0, 2), reply.text(0, 0));
    return new StateError(
        Problem.error(
                ErrorCode.COPY_RUNNING, "another run copies into this database already: " + who)
            .action(
                "wait for it to end; its right to copy goes with its process, there is nothing to"
                    + " force"));
  }

  private static String called(@Nullable String application) {
    return application == null || application.isEmpty() ? "an unnamed application" : application;
  }

  /** Notes that the server has acknowledged a chunk. */
  void acknowledged(ChunkRecord chunk) {
    acknowledged.add(name(chunk));
  }

  /** Forgets that, since the tables were emptied. */
  void forget(Collection<ObjectId> sources) {
    Set<String> names = sources.stream().map(ObjectId::toString).collect(Collectors.toSet());
    acknowledged.removeIf(chunk -> names.contains(chunk.substring(0, chunk.lastIndexOf(' '))));
  }

  /**
   * Looks whether the ledger still has what was acknowledged. Chunks do not wait for the disk, so a
   * server that failed and started again may have lost the last ones, and with it every session.
   *
   * @throws StateError where it has, since whoever directs the copy believes that they are there
   */
  void check(Link link, String copyId) {
    Reply open =
        Exchange.ask(link, "the ledger of copies cannot be read", LedgerTables.openChunks(copyId));
    for (int row = 0; row < open.rows().size(); row++) {
      if (acknowledged.contains(open.required(row, 0) + " " + open.required(row, 1))) {
        throw new StateError(
            Problem.error(
                    ErrorCode.COPY_STOPPED,
                    "the target's server failed and started again, and has lost the last rows that"
                        + " it had not written to disk")
                .action(Failures.AGAIN));
      }
    }
  }

  private static String name(ChunkRecord chunk) {
    return chunk.table() + " " + chunk.ordinal();
  }

  @Override
  public synchronized void close() {
    Link link = holder;
    holder = null;
    if (link != null) {
      if (!link.isClosed()) {
        // The server takes a moment to notice that a client has gone, and the next run waits for
        // it.
        link.ask("SELECT pg_catalog.pg_advisory_unlock_all()", Link.Rows.DROP);
      }
      link.close();
    }
  }
}
