package io.liftlock.postgres.render;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.postgres.sql.Quoted;
import java.util.Locale;

/** How SQL points at an object. */
final class Address {

  private Address() {}

  /** As DROP, COMMENT ON and ALTER … OWNER TO take it: {@code TABLE app.users}. */
  static String of(ObjectId id) {
    return keyword(id.kind()) + " " + name(id);
  }

  /** Without the keyword: {@code app.users}, {@code app.f(integer)}, {@code t ON app.users}. */
  static String name(ObjectId id) {
    return switch (id.kind()) {
      case TRIGGER, RULE, POLICY, CONSTRAINT ->
          Quoted.name(id.name()) + " ON " + Quoted.name(id.container());
      // An index lives in its table's schema.
      case INDEX -> Quoted.name(id.path().get(0)) + "." + Quoted.name(id.name());
      case FUNCTION, PROCEDURE -> Quoted.name(id.path()) + id.signature();
      case AGGREGATE ->
          Quoted.name(id.path()) + (id.signature().equals("()") ? "(*)" : id.signature());
      case OPERATOR -> Quoted.name(id.container()) + "." + id.name() + " " + id.signature();
      case CAST -> id.signature();
      default -> Quoted.name(id.path());
    };
  }

  /** The relation or domain that a part is in: {@code app.users}. */
  static String whole(ObjectId part) {
    return Quoted.name(part.container());
  }

  /** What SQL calls the kind. */
  static String keyword(ObjectKind kind) {
    return switch (kind) {
      case ENUM, COMPOSITE_TYPE, RANGE_TYPE -> "TYPE";
      case FOREIGN_SERVER -> "SERVER";
      default -> kind.word().replace('-', ' ').toUpperCase(Locale.ROOT);
    };
  }
}
