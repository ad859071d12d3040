package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * {@code GRANT}, {@code REVOKE}, {@code ALTER DEFAULT PRIVILEGES}.
 *
 * @param revoke whether it takes away
 * @param privileges in lower case; {@code all} for all of them; the roles where membership is
 *     granted
 * @param type what kind of object it is about; empty for membership of roles
 * @param names the objects; empty where all of a schema are meant
 * @param grantees the roles; {@code public} for everybody
 * @param defaults whether it is about objects to come
 */
public record Grant(
    boolean revoke,
    List<String> privileges,
    Optional<ObjectType> type,
    List<RelationName> names,
    List<String> grantees,
    boolean defaults)
    implements Command {
  /** Copies what it is given. */
  public Grant {
    privileges = List.copyOf(privileges);
    names = List.copyOf(names);
    grantees = List.copyOf(grantees);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.grant(this);
  }
}
