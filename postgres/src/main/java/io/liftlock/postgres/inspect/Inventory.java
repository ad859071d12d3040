package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has been read so far, findable by the catalog's own addresses. */
final class Inventory {

  /**
   * How the catalog addresses an object.
   *
   * @param catalog {@code pg_class}, {@code pg_proc} …
   * @param oid the row's oid
   * @param column the column's number, or 0
   */
  record Address(String catalog, long oid, int column) {

    // Written out, like those of ObjectId: a record's own are linked when first called.
    @Override
    public boolean equals(Object other) {
      return other instanceof Address that
          && oid == that.oid
          && column == that.column
          && catalog.equals(that.catalog);
    }

    @Override
    public int hashCode() {
      return (catalog.hashCode() * 31 + Long.hashCode(oid)) * 31 + column;
    }
  }

  private final Scope scope;
  private final Map<Address, ObjectId> ids = new HashMap<>();
  private final Set<Address> aliases = new HashSet<>();
  private final Map<Address, Long> extensions = new HashMap<>();
  private final Set<Address> ours = new HashSet<>();
  private final Map<ObjectId, SchemaObject.Builder> objects = new LinkedHashMap<>();
  private final List<NotModelled> notModelled = new ArrayList<>();

  Inventory(Scope scope) {
    this.scope = scope;
  }

  /** Whose catalog it is. */
  Scope scope() {
    return scope;
  }

  /** Begins an object that has an address. */
  SchemaObject.Builder add(String catalog, long oid, int column, ObjectId id) {
    ids.put(new Address(catalog, oid, column), id);
    return add(id);
  }

  /** Begins an object that nothing refers to. */
  SchemaObject.Builder add(ObjectId id) {
    SchemaObject.Builder builder = SchemaObject.builder(id);
    objects.put(id, builder);
    return builder;
  }

  /** Another address that leads to the object, such as that of a table's row type. */
  void alias(String catalog, long oid, int column, ObjectId id) {
    Address address = new Address(catalog, oid, column);
    if (!id.equals(ids.put(address, id))) {
      aliases.add(address);
    }
  }

  /** The object at an address. */
  Optional<ObjectId> at(String catalog, long oid, int column) {
    return Optional.ofNullable(ids.get(new Address(catalog, oid, column)));
  }

  /** An object that was begun. */
  Optional<SchemaObject.Builder> find(ObjectId id) {
    return Optional.ofNullable(objects.get(id));
  }

  /** The object at an address, where one was begun there. */
  Optional<SchemaObject.Builder> find(String catalog, long oid, int column) {
    return at(catalog, oid, column).flatMap(this::find);
  }

  /** The object whose very own address that is, not that of something that comes with it. */
  Optional<SchemaObject.Builder> own(String catalog, long oid, int column) {
    return aliases.contains(new Address(catalog, oid, column))
        ? Optional.empty()
        : find(catalog, oid, column);
  }

  /** Remembers that an object is a member of an extension, and so is none of the schema. */
  void member(String catalog, long oid, long extension) {
    extensions.put(new Address(catalog, oid, 0), extension);
  }

  /** Whether an object is a member of an extension. */
  boolean isMember(String catalog, long oid) {
    return extensions.containsKey(new Address(catalog, oid, 0));
  }

  /** The extension that an object is a member of. */
  Optional<ObjectId> extensionOf(String catalog, long oid) {
    return Optional.ofNullable(extensions.get(new Address(catalog, oid, 0)))
        .flatMap(extension -> at("pg_extension", extension, 0));
  }

  /** Remembers that an object is liftlock's own. */
  void ours(String catalog, long oid) {
    ours.add(new Address(catalog, oid, 0));
  }

  /** Whether an object is liftlock's own. */
  boolean isOurs(String catalog, long oid) {
    return ours.contains(new Address(catalog, oid, 0));
  }

  /** Tells of something that the model does not hold. */
  void notModelled(String kind, String name, String because) {
    notModelled.add(new NotModelled(kind, name, because));
  }

  /** Everything that was read. */
  Schema schema(String serverVersion) {
    List<SchemaObject> built = new ArrayList<>(objects.size());
    objects.values().forEach(object -> built.add(object.build()));
    return Schema.of(Dialect.POSTGRES, serverVersion, built, notModelled);
  }
}
