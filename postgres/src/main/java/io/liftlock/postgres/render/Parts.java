package io.liftlock.postgres.render;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How objects hang together beside what {@link SchemaObject#uses()} says. */
final class Parts {

  private Parts() {}

  /** Whether a column can stand on such an object only by its default or expression. */
  static boolean byDefault(ObjectKind used) {
    return switch (used) {
      case FUNCTION,
          PROCEDURE,
          AGGREGATE,
          OPERATOR,
          CAST,
          SEQUENCE,
          COLUMN,
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY ->
          true;
      default -> false;
    };
  }

  /** Whether it is called, and may have a name that others have, too. */
  static boolean isRoutine(ObjectKind kind) {
    return kind == ObjectKind.FUNCTION
        || kind == ObjectKind.PROCEDURE
        || kind == ObjectKind.AGGREGATE;
  }

  /** Whether a sequence belongs to that column. */
  static boolean owns(ObjectId column, SchemaObject sequence) {
    return sequence.text(Property.OWNED_BY).filter(column.qualified()::equals).isPresent();
  }

  /** The column that a sequence belongs to. */
  static Optional<SchemaObject> owner(SchemaObject sequence, Schema schema) {
    return sequence
        .text(Property.OWNED_BY)
        .flatMap(owner -> schema.find(new ObjectId(ObjectKind.COLUMN, ObjectId.names(owner), "")));
  }

  /** The relations that a table gets columns and constraints from. */
  static List<SchemaObject> parents(SchemaObject table, Schema schema) {
    List<String> names = new ArrayList<>(table.list(Property.INHERITS));
    table.text(Property.PARTITION_OF).ifPresent(names::add);
    return names.stream().flatMap(name -> relation(name, schema).stream()).toList();
  }

  /** The relation that a qualified name means. */
  static Optional<SchemaObject> relation(String qualified, Schema schema) {
    List<String> path = ObjectId.names(qualified);
    return Arrays.stream(ObjectKind.values())
        .filter(ObjectKind::isRelation)
        .flatMap(kind -> schema.find(new ObjectId(kind, path, "")).stream())
        .findFirst();
  }

  /** Whether a column decides into which partition a row goes; then it can hardly be changed. */
  static boolean isInPartitionKey(ObjectId column, SchemaObject table) {
    return table
        .text(Property.PARTITION_KEY)
        .filter(
            key ->
                Pattern.compile(
                        "(?<![\\w$\"])"
                            + Pattern.quote(Quoted.name(column.name()))
                            + "(?![\\w$\"])")
                    .matcher(key.substring(key.indexOf('(') + 1))
                    .find())
        .isPresent();
  }

  /** What an inherited part comes from: the same part of the parents. */
  static List<SchemaObject> origins(SchemaObject part, Schema schema) {
    if (!part.is(Property.INHERITED)) {
      return List.of();
    }
    return schema.whole(part.id()).stream()
        .flatMap(whole -> parents(whole, schema).stream())
        .flatMap(parent -> origin(part, parent, schema).stream())
        .toList();
  }

  private static Optional<SchemaObject> origin(
      SchemaObject part, SchemaObject parent, Schema schema) {
    Optional<SchemaObject> ofThatName =
        schema.find(parent.id().part(part.kind(), part.id().name()));
    if (ofThatName.isPresent() || !hasIndex(part)) {
      return ofThatName;
    }
    // Names of indexes are unique in a schema, so that a partition's key has a name of its own.
    return schema.parts(parent.id(), ObjectKind.CONSTRAINT).stream()
        .filter(
            constraint ->
                constraint.list(Property.DEFINITION).equals(part.list(Property.DEFINITION)))
        .findFirst();
  }

  /**
   * The index, or the constraint with one, of the partitioned table that an index is attached to.
   */
  static Optional<SchemaObject> attachedTo(SchemaObject index, Schema schema) {
    return index
        .text(Property.ATTACHED_TO)
        .map(ObjectId::names)
        .flatMap(
            name ->
                schema.whole(index.id()).stream()
                    .flatMap(whole -> parents(whole, schema).stream())
                    .flatMap(
                        parent ->
                            Stream.of(ObjectKind.INDEX, ObjectKind.CONSTRAINT)
                                .map(kind -> parent.id().part(kind, name.get(name.size() - 1))))
                    .flatMap(id -> schema.find(id).stream())
                    .findFirst());
  }

  /** What a part of a child or partition goes and comes with: the same part of its parent. */
  static Optional<SchemaObject> parentsPart(SchemaObject part, Schema schema) {
    return part.kind() == ObjectKind.INDEX
        ? attachedTo(part, schema)
        : origins(part, schema).stream().findFirst();
  }

  /** Whether a relation names one of its indexes as that which replication or CLUSTER uses. */
  static boolean refersTo(SchemaObject relation, SchemaObject part) {
    return (part.kind() == ObjectKind.INDEX || part.kind() == ObjectKind.CONSTRAINT)
        && (relation.list(Property.REPLICA_IDENTITY).contains(part.id().name())
            || relation.list(Property.CLUSTERED_ON).contains(part.id().name()));
  }

  /** The names that an object has for itself alone, each with the space in which it is unique. */
  static List<String> namesTaken(SchemaObject object) {
    ObjectId id = object.id();
    return switch (object.kind()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, COMPOSITE_TYPE ->
          List.of("relation " + id.path(), "type " + id.path());
      case SEQUENCE -> List.of("relation " + id.path());
      case ENUM, DOMAIN, RANGE_TYPE -> List.of("type " + id.path());
      case INDEX -> List.of("relation " + List.of(id.path().get(0), id.name()));
      case CONSTRAINT ->
          hasIndex(object)
              ? List.of(
                  "relation " + List.of(id.path().get(0), id.name()), "constraint " + id.path())
              : List.of("constraint " + id.path());
      case FUNCTION, PROCEDURE, AGGREGATE -> List.of("routine " + id.path() + id.signature());
      default -> List.of();
    };
  }

  /** Whether it is a foreign key. */
  static boolean isForeignKey(SchemaObject part) {
    return part.kind() == ObjectKind.CONSTRAINT
        && new Constraint(part).type().equals(Constraint.FOREIGN_KEY);
  }

  /** Whether a constraint stands on an index of its own, which has its name. */
  static boolean hasIndex(SchemaObject constraint) {
    if (constraint.kind() != ObjectKind.CONSTRAINT) {
      return false;
    }
    return switch (new Constraint(constraint).type()) {
      case Constraint.PRIMARY_KEY, Constraint.UNIQUE, Constraint.EXCLUDE -> true;
      default -> false;
    };
  }
}
