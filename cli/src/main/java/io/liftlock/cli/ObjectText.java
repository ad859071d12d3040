package io.liftlock.cli;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object of a schema in the words of people: what it is in one line, and all the rest of it. */
final class ObjectText {

  private final SchemaObject object;
  private final Set<Property> told = EnumSet.noneOf(Property.class);
  private final String summary;
  private final List<String> body = new ArrayList<>();

  ObjectText(SchemaObject object) {
    this.object = object;
    if (object.text(Property.OWNER).filter("CURRENT_USER"::equals).isPresent()) {
      told.add(Property.OWNER);
    }
    this.summary = summarise();
    rest();
  }

  /** Its name without that of its schema or relation, quoted where SQL would need it. */
  static String name(ObjectId id) {
    return id.path().isEmpty()
        ? id.signature()
        : new ObjectId(id.kind(), List.of(id.name()), id.signature()).qualified();
  }

  /** What it is, in one line; may be empty. */
  String summary() {
    return summary;
  }

  /** Everything that the summary does not tell, a line for each property or line of a text. */
  List<String> body() {
    return body;
  }

  private String summarise() {
    return switch (object.kind()) {
      case CONSTRAINT -> constraint();
      case INDEX -> index();
      case POLICY -> policy();
      case TRIGGER, RULE, STATISTICS, AGGREGATE, OPERATOR, CAST, VIRTUAL_TABLE -> definition();
      case VIEW, MATERIALIZED_VIEW -> view();
      case FUNCTION, PROCEDURE -> routine();
      case ENUM -> list(Property.VALUES);
      case DOMAIN -> domain();
      case COMPOSITE_TYPE -> list(Property.ATTRIBUTES);
      case RANGE_TYPE -> rangeType();
      case SEQUENCE -> sequence();
      case TABLE -> table();
      default -> "";
    };
  }

  private String take(Property property) {
    told.add(property);
    return object.text(property).orElse("");
  }

  private Optional<String> given(Property property) {
    told.add(property);
    return object.text(property);
  }

  private String list(Property property) {
    told.add(property);
    return String.join(", ", object.list(property));
  }

  /** A definition of one line; one of several lines goes to the body. */
  private String definition() {
    String text = take(Property.DEFINITION);
    if (text.indexOf('\n') < 0) {
      return text;
    }
    text.lines().forEach(body::add);
    return "";
  }

  private String constraint() {
    String type = take(Property.CONSTRAINT_TYPE);
    String columns = list(Property.COLUMNS);
    String references = take(Property.REFERENCES);
    String referenced = list(Property.REFERENCED_COLUMNS);
    if (object.text(Property.DEFINITION).isPresent()) {
      told.addAll(
          EnumSet.of(
              Property.ON_DELETE,
              Property.ON_UPDATE,
              Property.DEFERRABLE,
              Property.INITIALLY_DEFERRED,
              Property.NO_INHERIT));
      return definition();
    }
    return type
        + (columns.isEmpty() ? "" : " (" + columns + ")")
        + (references.isEmpty() ? "" : " references " + references)
        + (referenced.isEmpty() ? "" : " (" + referenced + ")");
  }

  private String index() {
    told.addAll(EnumSet.of(Property.UNIQUE, Property.METHOD, Property.COLUMNS, Property.PREDICATE));
    String definition = definition();
    int using = definition.indexOf(" USING ");
    String how = using < 0 ? definition : definition.substring(using + " USING ".length());
    return (object.is(Property.UNIQUE) && using >= 0 ? "unique " : "") + how;
  }

  private String policy() {
    StringBuilder text = new StringBuilder(take(Property.COMMAND));
    if (given(Property.PERMISSIVE).filter("false"::equals).isPresent()) {
      text.append(" restrictive");
    }
    String roles = list(Property.ROLES);
    text.append(roles.isEmpty() ? "" : " to " + roles);
    // The server prints both with their parentheses.
    given(Property.USING).ifPresent(check -> text.append(" using ").append(check));
    given(Property.WITH_CHECK).ifPresent(check -> text.append(" with check ").append(check));
    return text.toString();
  }

  private String view() {
    take(Property.DEFINITION).lines().forEach(body::add);
    return "";
  }

  private String routine() {
    take(Property.ARGUMENTS);
    String returns = take(Property.RETURNS);
    String language = take(Property.LANGUAGE);
    take(Property.DEFINITION).lines().forEach(body::add);
    return (returns.isEmpty() ? "" : "returns " + returns + " ") + "language " + language;
  }

  private String domain() {
    return take(Property.BASE_TYPE)
        + given(Property.COLLATION).map(name -> " collate " + name).orElse("")
        + (given(Property.NOT_NULL).isPresent() ? " not null" : "")
        + given(Property.DEFAULT).map(value -> " default " + value).orElse("");
  }

  private String rangeType() {
    take(Property.SUBTYPE);
    return definition();
  }

  private String sequence() {
    return "%s start %s increment %s from %s to %s cache %s%s%s"
        .formatted(
            take(Property.TYPE),
            take(Property.START),
            take(Property.INCREMENT),
            take(Property.MINIMUM),
            take(Property.MAXIMUM),
            take(Property.CACHE),
            given(Property.CYCLE).isPresent() ? " cycle" : "",
            given(Property.OWNED_BY).map(column -> " owned by " + column).orElse(""));
  }

  /** Flags, and what it is a part of. */
  private String table() {
    List<String> words = new ArrayList<>();
    given(Property.PERSISTENCE).ifPresent(words::add);
    given(Property.PARTITION_KEY).ifPresent(key -> words.add("partitioned by " + key));
    given(Property.PARTITION_OF).ifPresent(parent -> words.add("partition of " + parent));
    given(Property.PARTITION_BOUND).ifPresent(words::add);
    flag(words, Property.ROW_SECURITY, "row security");
    flag(words, Property.FORCE_ROW_SECURITY, "forced row security");
    flag(words, Property.STRICT, "strict");
    flag(words, Property.WITHOUT_ROWID, "without rowid");
    flag(words, Property.AUTOINCREMENT, "autoincrement");
    return String.join(", ", words);
  }

  private void flag(List<String> words, Property property, String word) {
    if (given(property).isPresent()) {
      words.add(word);
    }
  }

  private void rest() {
    for (Map.Entry<Property, List<String>> entry : object.properties().entrySet()) {
      if (!told.contains(entry.getKey())) {
        say(entry.getKey(), entry.getValue());
      }
    }
  }

  private void say(Property property, List<String> values) {
    if (!property.isList() && values.equals(List.of("true"))) {
      body.add(property.word());
      return;
    }
    List<String> lines = String.join(", ", values).lines().toList();
    body.add(property.word() + "  " + (lines.isEmpty() ? "" : lines.get(0)));
    lines.stream().skip(1).forEach(line -> body.add("  " + line));
  }
}
