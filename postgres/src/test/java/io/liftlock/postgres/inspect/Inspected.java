package io.liftlock.postgres.inspect;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.PostgresDriver;
import io.liftlock.testkit.ScratchDatabase;
import java.time.Instant;
import java.util.List;

/** A database's schema as the inspector reads it, easy to ask. */
record Inspected(Schema schema) {

  static Inspected of(ScratchDatabase scratch) {
    return of(scratch.url());
  }

  static Inspected of(DatabaseUrl url) {
    try (Database database = open(url)) {
      return new Inspected(database.inspector().inspect());
    }
  }

  static Database open(DatabaseUrl url) {
    Instant start = Instant.parse("2026-08-01T10:02:03Z");
    RunnerIdentity runner = new RunnerIdentity("deploy", "ci-7", 4711, start, "0.1.0");
    return new PostgresDriver().open(url, new OpenOptions("main", HistoryTable.DEFAULT, runner));
  }

  boolean has(ObjectKind kind, String... path) {
    return schema.has(ObjectId.of(kind, path));
  }

  SchemaObject get(ObjectKind kind, String... path) {
    ObjectId id = ObjectId.of(kind, path);
    return schema
        .find(id)
        .orElseThrow(() -> new AssertionError("no " + id + " among " + schema.objects().keySet()));
  }

  String text(Property property, ObjectKind kind, String... path) {
    return get(kind, path).text(property).orElse("");
  }

  List<String> list(Property property, ObjectKind kind, String... path) {
    return get(kind, path).list(property);
  }

  /** What an object stands on, each as kind and names. */
  List<String> uses(ObjectKind kind, String... path) {
    return get(kind, path).uses().stream().map(ObjectId::toString).toList();
  }

  /** The names of a kind, each qualified, in normal order. */
  List<String> names(ObjectKind kind) {
    return schema.of(kind).stream().map(object -> object.id().qualified()).toList();
  }

  /** The names of a relation's or domain's parts, in normal order. */
  List<String> parts(ObjectKind kind, ObjectKind whole, String... path) {
    return schema.parts(ObjectId.of(whole, path), kind).stream()
        .map(part -> part.id().name())
        .toList();
  }
}
