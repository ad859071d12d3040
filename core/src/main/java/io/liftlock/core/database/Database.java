package io.liftlock.core.database;

import io.liftlock.core.sql.Dialect;
import java.util.Optional;

/**
 * A live database. Small interfaces hang on it; none of them is safe for use by several threads.
 * Closing it gives back the lock and every connection.
 */
public interface Database extends AutoCloseable {

  /** The configured name. */
  String name();

  /** The dialect its scripts are cut by. */
  Dialect dialect();

  /** What answers. */
  ServerInfo server();

  /** The connection that does the work. */
  Session session();

  /** What it remembers. */
  HistoryStore history();

  /** One runner at a time. */
  MigrationLock lock();

  /** Looks whether statements took effect. */
  StatementProbe probe();

  /** Finds out what works. */
  Examiner examiner();

  /** Reads what it looks like. */
  Inspector inspector();

  /** Makes databases beside it. */
  Scratch scratch();

  /** Compares rows. */
  RowDigests rows();

  /** Lets its rows be read out. */
  RowSource rowSource();

  /** Takes rows in. */
  RowTarget rowTarget();

  /** Takes some of its rows along; empty where this kind of database is copied whole. */
  Optional<RowSampler> rowSampler();

  /** What it tells of its tables and sessions. */
  FactReader facts();

  /** Runs steps and watches their locks; empty where this kind of database has none to watch. */
  Optional<LockProbe> lockProbe();

  /** Sees who stands in the way of locks; empty where this kind of database has none to see. */
  Optional<LockWatch> lockWatch();

  /** Drops everything in it and leaves it empty. Only for databases marked disposable. */
  void wipe();

  @Override
  void close();
}
