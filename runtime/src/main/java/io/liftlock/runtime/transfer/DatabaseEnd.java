package io.liftlock.runtime.transfer;

import io.liftlock.core.database.Database;

/**
 * One of the two databases of a copy or a comparison.
 *
 * @param name its configured name, or what it is here: source, target, A, B
 * @param url where it is, without a password
 * @param product what answers, with its version
 * @param identity which database it is, whatever its URL says
 * @param server which running server or file answers
 */
public record DatabaseEnd(String name, String url, String product, String identity, String server) {

  /** An open database. */
  public static DatabaseEnd of(String name, String url, Database database) {
    return new DatabaseEnd(
        name,
        url,
        database.server().product() + " " + database.server().version(),
        database.rowSource().identity(),
        database.rowSource().server());
  }
}
