package io.liftlock.core.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What kinds of object a schema can hold, in the order in which people read them. The words are
 * public API: they stand in JSON, in {@code --allow} and in {@code ignore:}.
 */
public enum ObjectKind {
  EXTENSION,
  SCHEMA,
  COLLATION,
  ENUM,
  DOMAIN,
  COMPOSITE_TYPE,
  RANGE_TYPE,
  SEQUENCE,
  TABLE,
  FOREIGN_TABLE,
  VIRTUAL_TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  /** A column of a table, a foreign table or a view; its path ends with the relation's. */
  COLUMN,
  /** A constraint of a table or of a domain. */
  CONSTRAINT,
  INDEX,
  TRIGGER,
  RULE,
  POLICY,
  STATISTICS,
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  OPERATOR,
  CAST,
  EVENT_TRIGGER,
  PUBLICATION,
  FOREIGN_DATA_WRAPPER,
  FOREIGN_SERVER,
  TEXT_SEARCH_PARSER,
  TEXT_SEARCH_TEMPLATE,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_CONFIGURATION,
  DEFAULT_PRIVILEGES;

  private static final Map<String, ObjectKind> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ObjectKind::word, k -> k));

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The kind as people and JSON write it: {@code materialized-view}. */
  public String word() {
    return word;
  }

  /** The kind that a word names. */
  public static Optional<ObjectKind> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The kind that a word names, which must be one. */
  public static ObjectKind of(String word) {
    return ofWord(word)
        .orElseThrow(() -> new IllegalArgumentException("no kind of object is called " + word));
  }

  /** Whether objects of this kind hang on a relation or domain and vanish with it. */
  public boolean isPart() {
    return switch (this) {
      case COLUMN, CONSTRAINT, INDEX, TRIGGER, RULE, POLICY -> true;
      default -> false;
    };
  }

  /** Whether objects of this kind have columns. */
  public boolean isRelation() {
    return switch (this) {
      case TABLE, FOREIGN_TABLE, VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }
}
