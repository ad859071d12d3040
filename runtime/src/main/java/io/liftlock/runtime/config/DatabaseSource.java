package io.liftlock.runtime.config;

import io.liftlock.core.database.DatabaseUrl;
import java.util.List;

/**
 * One database to work on.
 *
 * @param name its configured name
 * @param url where it is; its text form shows no password
 * @param origin what named it, for people: {@code --url}, a file and an environment, a variable
 * @param variables the variables that decide where it is; one that stands only for a user or a
 *     password is not among them
 */
public record DatabaseSource(String name, DatabaseUrl url, String origin, List<String> variables) {

  /** Copies the list. */
  public DatabaseSource {
    variables = List.copyOf(variables);
  }

  /** The same database under another name. */
  public DatabaseSource named(String other) {
    return new DatabaseSource(other, url, origin, variables);
  }
}
