package io.liftlock.core.database;

import io.liftlock.core.transfer.ServerSize;

/** Lets rows be read out, many at a time, by several readers that see one instant. */
public interface RowSource {

  /**
   * Which database this is, whatever its URL says: equal for two URLs of one database, and for the
   * same database tomorrow. A database restored elsewhere may have it, too; so it tells that two
   * are one only together with {@link #server()}.
   */
  String identity();

  /** Which running server or file answers; another one after a restart elsewhere. */
  String server();

  /** How much the server can bear. */
  ServerSize size();

  /**
   * Opens a point that everything is read at. It holds back the clean-up of the source until it is
   * closed.
   *
   * @param readers how many readers there will be at most
   * @throws io.liftlock.core.error.DatabaseError where it cannot be had
   */
  ReadPoint open(int readers);
}
