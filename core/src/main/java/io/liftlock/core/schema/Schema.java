package io.liftlock.core.schema;

import io.liftlock.core.sql.Checksum;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a database looks like: its objects in normal order. Immutable. liftlock's own objects, those
 * of the system and the members of extensions are not in it.
 */
public final class Schema {

  private final Dialect dialect;
  private final String serverVersion;
  private final NavigableMap<ObjectId, SchemaObject> objects;
  private final List<NotModelled> notModelled;
  private final Map<List<String>, List<SchemaObject>> parts;

  private Schema(
      Dialect dialect,
      String serverVersion,
      NavigableMap<ObjectId, SchemaObject> objects,
      List<NotModelled> notModelled) {
    this.dialect = dialect;
    this.serverVersion = serverVersion;
    this.objects = Collections.unmodifiableNavigableMap(objects);
    this.notModelled = notModelled;
    this.parts = parts(objects.values());
  }

  /** The parts of one kind of one whole stand together, so that most need not be looked up. */
  private static Map<List<String>, List<SchemaObject>> parts(Collection<SchemaObject> sorted) {
    Map<List<String>, List<SchemaObject>> parts = new HashMap<>();
    List<String> container = List.of();
    List<SchemaObject> neighbours = List.of();
    for (SchemaObject object : sorted) {
      if (object.kind().isPart()) {
        List<String> own = object.id().container();
        if (!own.equals(container)) {
          container = own;
          neighbours = parts.computeIfAbsent(own, key -> new ArrayList<>());
        }
        neighbours.add(object);
      }
    }
    return parts;
  }

  /**
   * A schema of these objects.
   *
   * @param dialect what it is written in
   * @param serverVersion whose words the properties are, as the server writes its version; not part
   *     of the fingerprint
   * @throws IllegalArgumentException where two objects have one identity
   */
  public static Schema of(
      Dialect dialect,
      String serverVersion,
      Collection<SchemaObject> objects,
      Collection<NotModelled> notModelled) {
    NavigableMap<ObjectId, SchemaObject> sorted = new TreeMap<>();
    for (SchemaObject object : objects) {
      if (sorted.put(object.id(), object) != null) {
        throw new IllegalArgumentException("there is more than one " + object.id());
      }
    }
    return new Schema(dialect, serverVersion, sorted, List.copyOf(notModelled));
  }

  /** A schema without an object. */
  public static Schema empty(Dialect dialect, String serverVersion) {
    return of(dialect, serverVersion, List.of(), List.of());
  }

  /** What it is written in. */
  public Dialect dialect() {
    return dialect;
  }

  /** Whose words the properties are, as the server writes its version. */
  public String serverVersion() {
    return serverVersion;
  }

  /** Every object, in normal order. */
  public SortedMap<ObjectId, SchemaObject> objects() {
    return objects;
  }

  /** What is there and not held, or could not be seen. */
  public List<NotModelled> notModelled() {
    return notModelled;
  }

  /** The object of that identity. */
  public Optional<SchemaObject> find(ObjectId id) {
    return Optional.ofNullable(objects.get(id));
  }

  /** Whether there is such an object. */
  public boolean has(ObjectId id) {
    return objects.containsKey(id);
  }

  /** The objects of a kind, in normal order. */
  public List<SchemaObject> of(ObjectKind kind) {
    return objects.values().stream().filter(object -> object.kind() == kind).toList();
  }

  /** The parts of a relation or domain, of every kind, in normal order. */
  public List<SchemaObject> parts(ObjectId whole) {
    return whole.kind().isPart()
        ? List.of()
        : Collections.unmodifiableList(parts.getOrDefault(whole.path(), List.of()));
  }

  /** The parts of one kind, in normal order; columns in the order of their positions. */
  public List<SchemaObject> parts(ObjectId whole, ObjectKind kind) {
    List<SchemaObject> found =
        new ArrayList<>(parts(whole).stream().filter(part -> part.kind() == kind).toList());
    if (kind == ObjectKind.COLUMN) {
      found.sort(
          Comparator.comparingInt(
              column -> column.text(Property.POSITION).map(Integer::parseInt).orElse(0)));
    }
    return List.copyOf(found);
  }

  /** The relation or domain that an object is a part of; empty for what is no part. */
  public Optional<SchemaObject> whole(ObjectId part) {
    if (!part.kind().isPart()) {
      return Optional.empty();
    }
    for (ObjectKind kind : ObjectKind.values()) {
      if (kind.isRelation() || kind == ObjectKind.DOMAIN) {
        SchemaObject found = objects.get(new ObjectId(kind, part.container(), ""));
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The tables, views and other relations that a person means by a name, in normal order: with or
   * without its schema, with or without quotes.
   */
  public List<SchemaObject> relationsNamed(String name) {
    return objects.values().stream()
        .filter(object -> object.kind().isRelation() && isNamed(object.id(), name))
        .toList();
  }

  private boolean isNamed(ObjectId id, String name) {
    return Stream.of(
            id.qualified(),
            String.join(".", id.path()),
            id.name(),
            ObjectId.of(id.kind(), id.name()).qualified())
        .anyMatch(
            known -> dialect == Dialect.SQLITE ? known.equalsIgnoreCase(name) : known.equals(name));
  }

  /** For every object, those that directly stand on it. */
  public SortedMap<ObjectId, SortedSet<ObjectId>> dependents() {
    SortedMap<ObjectId, SortedSet<ObjectId>> dependents = new TreeMap<>();
    objects
        .values()
        .forEach(
            object ->
                object
                    .uses()
                    .forEach(
                        used ->
                            dependents
                                .computeIfAbsent(used, id -> new TreeSet<>())
                                .add(object.id())));
    return dependents;
  }

  /** The tables with their columns and keys, for those who reckon with rows. */
  public List<Table> tables() {
    return of(ObjectKind.TABLE).stream().map(table -> Table.of(this, table)).toList();
  }

  /** The same without the objects that a test picks, and without the parts of those. */
  public Schema without(Predicate<ObjectId> left) {
    List<SchemaObject> kept =
        objects.values().stream()
            .filter(object -> !left.test(object.id()))
            .filter(object -> whole(object.id()).map(whole -> !left.test(whole.id())).orElse(true))
            .toList();
    return of(dialect, serverVersion, kept, notModelled);
  }

  /** The same with other objects. */
  public Schema with(Collection<SchemaObject> others) {
    return of(dialect, serverVersion, others, notModelled);
  }

  /**
   * A hash of everything that is said of every object: equal for equal schemas. The order of
   * columns is a part of it.
   */
  public String fingerprint() {
    return fingerprint(true);
  }

  /** Like {@link #fingerprint()}, but blind for the order of columns. */
  public String unorderedFingerprint() {
    return fingerprint(false);
  }

  private String fingerprint(boolean ordered) {
    StringBuilder text = new StringBuilder();
    for (SchemaObject object : objects.values()) {
      append(text, object.id().toString());
      object
          .properties()
          .forEach(
              (property, values) -> {
                if (ordered || property != Property.POSITION) {
                  text.append(' ');
                  append(text, property.word());
                  values.forEach(value -> append(text, value));
                }
              });
      text.append('\n');
    }
    return Checksum.sha256(text.toString());
  }

  /** With its length before it, so that no two schemas can be written alike. */
  private static void append(StringBuilder text, String value) {
    text.append(value.length()).append(':').append(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema that && dialect == that.dialect && objects.equals(that.objects);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
  }

  @Override
  public String toString() {
    return dialect.word() + " schema of " + objects.size() + " objects";
  }
}
