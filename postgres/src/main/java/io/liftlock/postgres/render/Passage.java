package io.liftlock.postgres.render;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.schema.Schema;

/**
 * The way from one schema to another, as the writers see it.
 *
 * @param from what is there
 * @param to what shall be
 * @param mode how much care the application needs meanwhile
 */
record Passage(Schema from, Schema to, Renderer.Mode mode) {

  /** The major version of the server that will run the SQL. */
  int major() {
    String version = to.serverVersion();
    int end = 0;
    while (end < version.length() && Character.isDigit(version.charAt(end))) {
      end++;
    }
    return Integer.parseInt(version.substring(0, end));
  }

  /** Whether that server is of this major version or a newer one. */
  boolean since(int version) {
    return major() >= version;
  }

  /** Whether indexes are built while the application writes. */
  boolean online() {
    return mode == Renderer.Mode.ONLINE;
  }
}
