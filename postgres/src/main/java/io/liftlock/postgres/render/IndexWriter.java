package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaScript.Placement;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Indexes that are not those of constraints. */
final class IndexWriter implements KindWriter {

  private static final Pattern HEAD = Pattern.compile("^CREATE (UNIQUE )?INDEX ");

  @Override
  public List<String> create(SchemaObject index, Passage passage) {
    List<String> sql = new ArrayList<>();
    String definition = withTablespace(index);
    if (!passage.online()) {
      // It takes the partitions' indexes, which are there before it, for its own.
      String head = "INDEX " + Quoted.name(index.id().name()) + " ON ";
      definition = definition.replace(head + "ONLY ", head);
    }
    sql.add(
        concurrently(index, passage)
            ? HEAD.matcher(definition).replaceFirst("CREATE $1INDEX CONCURRENTLY ")
            : definition);
    if (wasAttached(index, passage) && (passage.online() || parentIsThere(index, passage))) {
      sql.addAll(attach(index, passage));
    }
    return sql;
  }

  private static boolean parentIsThere(SchemaObject index, Passage passage) {
    return !passage.from().has(index.id())
        && Parts.attachedTo(index, passage.to())
            .filter(parent -> stays(parent, passage))
            .isPresent();
  }

  /** Whether an index is there already, and is not made anew under its name. */
  private static boolean stays(SchemaObject index, Passage passage) {
    return passage
        .from()
        .find(index.id())
        .filter(before -> before.list(Property.DEFINITION).equals(index.list(Property.DEFINITION)))
        .isPresent();
  }

  private static List<String> attach(SchemaObject index, Passage passage) {
    return Parts.attachedTo(index, passage.to())
        .map(
            parent ->
                List.of(
                    "ALTER INDEX "
                        + Quoted.name(List.of(parent.id().path().get(0), parent.id().name()))
                        + " ATTACH PARTITION "
                        + Address.name(index.id())))
        .orElse(List.of());
  }

  /** Whether the index's table is a partition of the same table before and behind. */
  private static boolean wasAttached(SchemaObject index, Passage passage) {
    Optional<SchemaObject> before = passage.from().whole(index.id());
    Optional<SchemaObject> after = passage.to().whole(index.id());
    return before.isPresent()
        && after.isPresent()
        && before.get().list(Property.PARTITION_OF).equals(after.get().list(Property.PARTITION_OF));
  }

  private static String withTablespace(SchemaObject index) {
    String definition = index.text(Property.DEFINITION).orElseThrow();
    Optional<String> tablespace = index.text(Property.TABLESPACE);
    if (tablespace.isEmpty()) {
      return definition;
    }
    int where =
        index
            .text(Property.PREDICATE)
            .map(predicate -> definition.lastIndexOf(" WHERE "))
            .filter(at -> at > 0)
            .orElse(definition.length());
    return definition.substring(0, where)
        + " TABLESPACE "
        + Quoted.name(tablespace.get())
        + definition.substring(where);
  }

  /** Only where there is a table already that somebody may be writing to. */
  private static boolean concurrently(SchemaObject index, Passage passage) {
    return passage.online()
        && passage.from().whole(index.id()).filter(whole -> !isPartitioned(whole)).isPresent();
  }

  private static boolean isPartitioned(SchemaObject relation) {
    return relation.text(Property.PARTITION_KEY).isPresent();
  }

  @Override
  public List<String> drop(SchemaObject index, Passage passage) {
    return List.of(
        "DROP INDEX "
            + (concurrently(index, passage) && goesAlone(index, passage.from())
                ? "CONCURRENTLY "
                : "")
            + Address.name(index.id()));
  }

  private static boolean goesAlone(SchemaObject index, Schema from) {
    return Parts.attachedTo(index, from).isEmpty();
  }

  @Override
  public Placement placement(SchemaObject index, Passage passage) {
    return concurrently(index, passage) ? Placement.OUTSIDE : Placement.TRANSACTION;
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    Set<Property> differences = change.properties();
    differences.remove(Property.COMMENT);
    List<String> sql = new ArrayList<>();
    if (differences.remove(Property.TABLESPACE)) {
      sql.add(
          "ALTER "
              + Address.of(change.to().id())
              + " SET TABLESPACE "
              + Quoted.name(change.to().text(Property.TABLESPACE).orElse("pg_default")));
    }
    if (differences.contains(Property.ATTACHED_TO)) {
      if (!wasAttached(change.to(), passage)) {
        differences.remove(Property.ATTACHED_TO);
      } else if (change.from().text(Property.ATTACHED_TO).isEmpty()) {
        differences.remove(Property.ATTACHED_TO);
        sql.addAll(attach(change.to(), passage));
      }
    }
    return differences.isEmpty() ? Optional.of(sql) : Optional.empty();
  }
}
