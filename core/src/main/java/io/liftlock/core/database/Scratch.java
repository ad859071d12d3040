package io.liftlock.core.database;

import java.util.Optional;

/** Makes empty databases for a moment, beside the one that is open; never inside it. */
public interface Scratch {

  /**
   * An empty database of the same kind and version. Closing it drops it; what a killed process left
   * behind is dropped by the next one.
   *
   * @return empty where this role may not make one, or the server cannot be asked for it
   * @throws io.liftlock.core.error.DatabaseError where it could not be made for another reason
   */
  Optional<Database> create();
}
