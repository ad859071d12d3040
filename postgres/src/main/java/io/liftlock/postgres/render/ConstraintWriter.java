package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constraints of tables and domains. */
final class ConstraintWriter implements KindWriter {

  /** What {@code pg_get_constraintdef} puts behind everything else. */
  private static final Pattern TAIL =
      Pattern.compile(
          "((?: NOT DEFERRABLE| DEFERRABLE)?(?: INITIALLY DEFERRED| INITIALLY IMMEDIATE)?(?: NOT"
              + " ENFORCED)?)$");

  @Override
  public List<String> create(SchemaObject constraint, Passage passage) {
    String alter = TableWriter.alter(constraint.id(), false, passage) + " ADD ";
    if (UniqueIndexes.taken(constraint, passage).isPresent()) {
      return List.of(alter + withIndex(constraint));
    }
    return List.of(
        alter + clause(constraint) + (constraint.is(Property.NOT_VALID) ? " NOT VALID" : ""));
  }

  /** The constraint that takes the index of its name for its own. */
  private static String withIndex(SchemaObject constraint) {
    String name = Quoted.name(constraint.id().name());
    return "CONSTRAINT "
        + name
        + (new Constraint(constraint).type().equals(Constraint.PRIMARY_KEY)
            ? " PRIMARY KEY"
            : " UNIQUE")
        + " USING INDEX "
        + name
        + (constraint.is(Property.DEFERRABLE) ? deferrable(constraint) : "");
  }

  /** Looks whether all rows obey, and lets others read and write meanwhile. */
  static String validate(ObjectId constraint, Passage passage) {
    return TableWriter.alter(constraint, false, passage)
        + " VALIDATE CONSTRAINT "
        + Quoted.name(constraint.name());
  }

  /** The constraint as CREATE TABLE and ADD say it. */
  static String clause(SchemaObject constraint) {
    return "CONSTRAINT " + Quoted.name(constraint.id().name()) + " " + definition(constraint);
  }

  /**
   * With what {@code pg_get_constraintdef} leaves out, but for exclusion constraints: its index's
   * options and tablespace.
   */
  private static String definition(SchemaObject constraint) {
    String definition = constraint.text(Property.DEFINITION).orElseThrow();
    List<String> options = constraint.list(Property.OPTIONS);
    Optional<String> tablespace = constraint.text(Property.TABLESPACE);
    boolean plain = options.isEmpty() && tablespace.isEmpty();
    if (plain || new Constraint(constraint).type().equals(Constraint.EXCLUDE)) {
      return definition;
    }
    String inserted =
        (options.isEmpty() ? "" : " WITH " + Options.list(options))
            + tablespace.map(t -> " USING INDEX TABLESPACE " + Quoted.name(t)).orElse("");
    Matcher tail = TAIL.matcher(definition);
    int at = tail.find() ? tail.start() : definition.length();
    return definition.substring(0, at) + inserted + definition.substring(at);
  }

  @Override
  public List<String> drop(SchemaObject constraint, Passage passage) {
    return List.of(
        TableWriter.alter(constraint.id(), false, passage)
            + " DROP CONSTRAINT "
            + Quoted.name(constraint.id().name()));
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    Set<Property> differences = change.properties();
    differences.remove(Property.COMMENT);
    String alter = TableWriter.alter(to.id(), false, passage);
    String name = Quoted.name(to.id().name());
    List<String> sql = new ArrayList<>();
    if (differences.remove(Property.NOT_VALID)) {
      if (to.is(Property.NOT_VALID)) {
        return Optional.empty();
      }
      if (Parts.origins(to, passage.to()).stream().noneMatch(o -> isValidated(o, passage))) {
        sql.add(validate(to.id(), passage));
      }
    }
    if (deferrability(differences) && canBeAltered(from, to)) {
      differences.removeAll(
          Set.of(Property.DEFERRABLE, Property.INITIALLY_DEFERRED, Property.DEFINITION));
      // That of a partition follows its parent's.
      if (!to.is(Property.INHERITED)) {
        sql.add(0, alter + " ALTER CONSTRAINT " + name + deferrable(to));
      }
    }
    if (differences.remove(Property.OPTIONS)) {
      String index = "ALTER INDEX " + Quoted.name(List.of(to.id().path().get(0), to.id().name()));
      Options.change(from.list(Property.OPTIONS), to.list(Property.OPTIONS))
          .forEach(options -> sql.add(index + " " + options));
    }
    if (differences.remove(Property.TABLESPACE)) {
      sql.add(
          "ALTER INDEX "
              + Quoted.name(List.of(to.id().path().get(0), to.id().name()))
              + " SET TABLESPACE "
              + Quoted.name(to.text(Property.TABLESPACE).orElse("pg_default")));
    }
    if (differences.contains(Property.INHERITED) && comesOrGoesWithAttachment(to, passage)) {
      differences.remove(Property.INHERITED);
    }
    return differences.isEmpty() ? Optional.of(sql) : Optional.empty();
  }

  /** Whether the same change of a parent's constraint validates that of its children. */
  private static boolean isValidated(SchemaObject constraint, Passage passage) {
    return !constraint.is(Property.NOT_VALID)
        && passage
            .from()
            .find(constraint.id())
            .filter(before -> before.is(Property.NOT_VALID))
            .isPresent();
  }

  private static boolean deferrability(Set<Property> differences) {
    return differences.contains(Property.DEFERRABLE)
        || differences.contains(Property.INITIALLY_DEFERRED);
  }

  private static boolean canBeAltered(SchemaObject from, SchemaObject to) {
    return new Constraint(to).type().equals(Constraint.FOREIGN_KEY) && bare(from).equals(bare(to));
  }

  private static String bare(SchemaObject constraint) {
    return TAIL.matcher(constraint.text(Property.DEFINITION).orElse("")).replaceFirst("");
  }

  private static String deferrable(SchemaObject constraint) {
    return constraint.is(Property.DEFERRABLE)
        ? " DEFERRABLE INITIALLY "
            + (constraint.is(Property.INITIALLY_DEFERRED) ? "DEFERRED" : "IMMEDIATE")
        : " NOT DEFERRABLE";
  }

  /** A partition's constraint becomes that of its parent when it is attached, and its own again. */
  private static boolean comesOrGoesWithAttachment(SchemaObject constraint, Passage passage) {
    Optional<SchemaObject> before = passage.from().whole(constraint.id());
    Optional<SchemaObject> after = passage.to().whole(constraint.id());
    return before.isPresent()
        && after.isPresent()
        && (!before
                .get()
                .list(Property.PARTITION_OF)
                .equals(after.get().list(Property.PARTITION_OF))
            || !before.get().list(Property.INHERITS).equals(after.get().list(Property.INHERITS)));
  }
}
