package io.liftlock.core.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can be said of an object. A property that has its usual value is left out, so that an object
 * reads as short as its CREATE would. Values are as the server prints them. The words are public
 * API: they stand in JSON and in snapshots.
 */
public enum Property {
  // Of a column
  /** The column's place among its relation's columns, 1-based, with dropped ones not counted. */
  POSITION,
  /** The type, as the server prints it. */
  TYPE,
  COLLATION,
  /** {@code true} where NULL is refused. */
  NOT_NULL,
  DEFAULT,
  /** {@code always} or {@code by default}. */
  IDENTITY,
  /** The options of the identity's sequence that are not the usual ones. */
  IDENTITY_OPTIONS,
  /** The expression of a generated column. */
  GENERATED,
  /** {@code stored} or {@code virtual}. */
  GENERATED_KIND,
  STORAGE,
  COMPRESSION,
  STATISTICS_TARGET,
  /** {@code true} where a parent table has it, too, and changes of it come from there. */
  INHERITED,

  // Of a relation
  OPTIONS,
  /** {@code unlogged}; logged is usual. */
  PERSISTENCE,
  ACCESS_METHOD,
  TABLESPACE,
  /** The parents of an inheriting table, in order. */
  INHERITS,
  /** The partition key of a partitioned table: {@code RANGE (created_at)}. */
  PARTITION_KEY,
  /** The partitioned table that this one is attached to. */
  PARTITION_OF,
  /** The bound of a partition: {@code FOR VALUES FROM … TO …} or {@code DEFAULT}. */
  PARTITION_BOUND,
  /** The composite type of a typed table. */
  OF_TYPE,
  /** {@code full}, {@code nothing} or the index's name. */
  REPLICA_IDENTITY,
  ROW_SECURITY,
  FORCE_ROW_SECURITY,
  /** The index that CLUSTER uses. */
  CLUSTERED_ON,
  STRICT,
  WITHOUT_ROWID,
  AUTOINCREMENT,
  /** The whole definition as the server prints it, without owner, comment and grants. */
  DEFINITION,
  /** {@code local} or {@code cascaded}. */
  CHECK_OPTION,

  // Of a constraint
  /** {@code primary key}, {@code unique}, {@code check}, {@code foreign key}, {@code exclude}. */
  CONSTRAINT_TYPE,
  /** The columns of a constraint or index, in order. */
  COLUMNS,
  /** The table that a foreign key refers to, as {@link ObjectId#qualified()}. */
  REFERENCES,
  /** The columns that a foreign key refers to, in order. */
  REFERENCED_COLUMNS,
  ON_DELETE,
  ON_UPDATE,
  /** {@code true} where existing rows were not checked. */
  NOT_VALID,
  NOT_ENFORCED,
  DEFERRABLE,
  INITIALLY_DEFERRED,
  NO_INHERIT,

  // Of an index
  UNIQUE,
  METHOD,
  PREDICATE,
  /** {@code true} where a concurrent build failed or is under way. */
  INVALID,
  /** The index of the partitioned table that this one is attached to. */
  ATTACHED_TO,

  // Of a type
  /** The values of an enum, in order. */
  VALUES,
  /** The attributes of a composite type, in order: name, a space, type. */
  ATTRIBUTES,
  BASE_TYPE,
  SUBTYPE,

  // Of a sequence
  START,
  INCREMENT,
  MINIMUM,
  MAXIMUM,
  CACHE,
  CYCLE,
  /** The column that a sequence belongs to. */
  OWNED_BY,

  // Of a routine, trigger, rule, policy, publication, extension, foreign or search object
  ARGUMENTS,
  RETURNS,
  LANGUAGE,
  /** {@code disabled}, {@code replica} or {@code always}; enabled for the origin is usual. */
  ENABLED,
  COMMAND,
  PERMISSIVE,
  ROLES,
  USING,
  WITH_CHECK,
  EVENT,
  TAGS,
  FUNCTION,
  VERSION,
  TABLES,
  SCHEMAS,
  OPERATIONS,
  HANDLER,
  VALIDATOR,
  SERVER,
  WRAPPER,
  PARSER,
  TEMPLATE,
  MAPPINGS,
  PROVIDER,
  LOCALE,
  DETERMINISTIC,
  RULES,

  // Of anything
  /** Who owns it; {@code CURRENT_USER} where that is the role that migrates this database. */
  OWNER,
  COMMENT,
  /**
   * What differs from what an object of that kind grants by itself, in normal order: {@code +anon
   * SELECT}, {@code +anon SELECT WITH GRANT OPTION}, {@code -PUBLIC EXECUTE}.
   */
  GRANTS,
  /** The schema that an extension's objects are in. */
  SCHEMA;

  private static final Map<String, Property> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Property::word, p -> p));

  private final String word = camelCase(name());

  private static String camelCase(String name) {
    StringBuilder word = new StringBuilder();
    for (String part : name.split("_", -1)) {
      String lower = part.toLowerCase(Locale.ROOT);
      word.append(
          word.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return word.toString();
  }

  /** The property as people and JSON write it: {@code notNull}. */
  public String word() {
    return word;
  }

  /** Whether its values are a list, also where it holds only one. */
  public boolean isList() {
    return switch (this) {
      case OPTIONS,
          INHERITS,
          COLUMNS,
          REFERENCED_COLUMNS,
          VALUES,
          ATTRIBUTES,
          ROLES,
          TAGS,
          TABLES,
          SCHEMAS,
          OPERATIONS,
          MAPPINGS,
          GRANTS ->
          true;
      default -> false;
    };
  }

  /** The property that a word names. */
  public static Optional<Property> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The property that a word names, which must be one. */
  public static Property of(String word) {
    return ofWord(word)
        .orElseThrow(() -> new IllegalArgumentException("no property is called " + word));
  }
}
