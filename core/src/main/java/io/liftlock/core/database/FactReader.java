package io.liftlock.core.database;

/** Reads what a database tells of its tables and sessions; cheap, and changes nothing. */
public interface FactReader {

  /** What is known now. */
  Facts read();
}
