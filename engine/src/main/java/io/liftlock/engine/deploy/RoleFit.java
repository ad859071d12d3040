package io.liftlock.engine.deploy;

import io.liftlock.core.database.Role;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.engine.transfer.translate.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fits objects to the roles of another server: owners, grants and policies of roles that are not
 * there, or that may not be given anything, are left out and told.
 */
final class RoleFit {

  private static final Set<String> EVERYWHERE = Set.of("CURRENT_USER", "PUBLIC");

  private final Set<String> known = new HashSet<>(EVERYWHERE);
  private final Set<String> assumable = new HashSet<>(EVERYWHERE);
  private final List<LeftOut> leftOut;

  /**
   * @param roles those of the target
   * @param leftOut takes what is left out
   */
  RoleFit(List<Role> roles, List<LeftOut> leftOut) {
    this.leftOut = leftOut;
    for (Role role : roles) {
      known.add(role.name());
      if (role.assumable()) {
        assumable.add(role.name());
      }
    }
  }

  /** The object for the target; empty where it is nothing without a role that is missing. */
  Optional<SchemaObject> fit(SchemaObject object) {
    ObjectId id = object.id();
    SchemaObject.Builder builder = object.toBuilder();
    Optional<String> owner = object.text(Property.OWNER).filter(role -> !assumable.contains(role));
    if (owner.isPresent()) {
      if (id.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
        tell(id, "", "the target lets nobody act for " + owner.get());
        return Optional.empty();
      }
      tell(id, "owner", "the target lets nobody give it to " + owner.get());
      builder.set(Property.OWNER, "CURRENT_USER");
    }
    builder.set(Property.GRANTS, grants(id, object.list(Property.GRANTS)));
    List<String> roles = object.list(Property.ROLES);
    List<String> there = roles.stream().filter(known::contains).toList();
    if (there.size() < roles.size()) {
      // Without a role that it is for, a policy would be for everyone.
      tell(id, there.isEmpty() ? "" : "roles", "the target has not all of its roles");
      if (there.isEmpty()) {
        return Optional.empty();
      }
      builder.set(Property.ROLES, there);
    }
    return Optional.of(builder.build());
  }

  private List<String> grants(ObjectId id, List<String> grants) {
    List<String> kept = new ArrayList<>();
    Set<String> missing = new HashSet<>();
    for (String grant : grants) {
      String role = role(grant);
      if (known.contains(role)) {
        kept.add(grant);
      } else if (missing.add(role)) {
        tell(id, "grants", "the target has no role " + role);
      }
    }
    return kept;
  }

  /** The role of {@code +anon SELECT} or {@code -"Odd one" EXECUTE}. */
  static String role(String grant) {
    int from = 1;
    if (grant.charAt(from) != '"') {
      return grant.substring(from, grant.indexOf(' ', from));
    }
    int end = from + 1;
    while (grant.charAt(end) != '"' || grant.startsWith("\"\"", end)) {
      end += grant.charAt(end) == '"' ? 2 : 1;
    }
    return grant.substring(from, end + 1);
  }

  private void tell(ObjectId object, String part, String because) {
    leftOut.add(new LeftOut(object, part, because));
  }
}
