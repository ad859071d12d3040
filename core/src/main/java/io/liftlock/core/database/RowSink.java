package io.liftlock.core.database;

/** Takes rows as bytes, in pieces of any size, so that no row need fit into memory. */
public interface RowSink {

  /**
   * The next bytes of the row that is being written.
   *
   * @param bytes may be used again as soon as this returns
   * @throws io.liftlock.core.error.DatabaseError where they cannot be taken
   */
  void write(byte[] bytes, int offset, int length);

  /** The row is whole. */
  void endRow();
}
