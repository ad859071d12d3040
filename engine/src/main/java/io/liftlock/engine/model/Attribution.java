package io.liftlock.engine.model;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.Touched;
import io.liftlock.core.sql.TouchedObjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells which migration touched an object last, by what its statements name. Pure. What a block of
 * code did is not seen, and a name without a schema is taken for one in any schema.
 */
public final class Attribution {

  /** What one migration does to one object. */
  private record Touch(int order, Migration migration, Touched object) {}

  private final Map<String, List<Touch>> byName = new HashMap<>();
  private final Dialect dialect;

  private Attribution(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Reads migrations.
   *
   * @param migrations of one database, in the order in which they ran
   * @param dialect theirs
   */
  public static Attribution of(List<Migration> migrations, Dialect dialect) {
    Attribution attribution = new Attribution(dialect);
    int order = 0;
    for (Migration migration : migrations) {
      Script script = migration.up();
      for (Statement statement : script) {
        for (Touched object : TouchedObjects.of(statement, dialect)) {
          if (object.effect() == Touched.Effect.DEFINITION && !object.name().isEmpty()) {
            attribution.add(new Touch(order, migration, object));
          }
        }
      }
      order++;
    }
    return attribution;
  }

  private void add(Touch touch) {
    byName.computeIfAbsent(key(last(touch.object.name())), key -> new ArrayList<>()).add(touch);
  }

  /**
   * The migration that touched an object last: it by name, or else what it is a part of.
   *
   * @param id which object
   * @return empty where no statement names it
   */
  public Optional<Migration> of(ObjectId id) {
    Optional<Migration> itself = last(id.name(), touch -> isIt(touch, id));
    if (itself.isPresent() || !id.kind().isPart() || id.container().isEmpty()) {
      return itself;
    }
    List<String> whole = id.container();
    return last(last(whole), touch -> touch.relation().isEmpty() && matches(touch.name(), whole));
  }

  private Optional<Migration> last(String name, Predicate<Touched> test) {
    return byName.getOrDefault(key(name), List.of()).stream()
        .filter(touch -> test.test(touch.object))
        .max(Comparator.comparingInt(Touch::order))
        .map(Touch::migration);
  }

  private boolean isIt(Touched touched, ObjectId id) {
    if (!isKind(touched.kind(), id.kind())) {
      return false;
    }
    if (!id.kind().isPart()) {
      return touched.relation().isEmpty() && matches(touched.name(), id.path());
    }
    if (touched.relation().isEmpty()) {
      // DROP INDEX names its schema at most, a trigger of SQLite nothing.
      return touched.name().size() == 1 || key(touched.name().get(0)).equals(key(id.path().get(0)));
    }
    return matches(touched.relation(), id.container());
  }

  private static boolean isKind(String said, ObjectKind kind) {
    return switch (said) {
      case "relation", "table" ->
          kind.isRelation() || kind == ObjectKind.SEQUENCE || kind == ObjectKind.INDEX;
      case "type" ->
          kind == ObjectKind.ENUM
              || kind == ObjectKind.DOMAIN
              || kind == ObjectKind.COMPOSITE_TYPE
              || kind == ObjectKind.RANGE_TYPE;
      case "routine", "function" ->
          kind == ObjectKind.FUNCTION
              || kind == ObjectKind.PROCEDURE
              || kind == ObjectKind.AGGREGATE;
      default -> said.equals(kind.word());
    };
  }

  /** Whether names as written can mean that path: a missing schema can be any. */
  private boolean matches(List<String> written, List<String> path) {
    int parts = Math.min(written.size(), path.size());
    for (int i = 1; i <= parts; i++) {
      if (!key(written.get(written.size() - i)).equals(key(path.get(path.size() - i)))) {
        return false;
      }
    }
    return true;
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }

  /** SQLite's names are alike in any case. */
  private String key(String name) {
    return dialect == Dialect.SQLITE ? name.toLowerCase(Locale.ROOT) : name;
  }
}
