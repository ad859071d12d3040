package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tables, inheriting and partitioned ones too. */
final class TableWriter implements KindWriter {

  /** ALTER TABLE of a part's table, or of whatever relation it is. */
  static String alter(ObjectId part, boolean only, Passage passage) {
    ObjectKind kind = passage.whole(part).map(SchemaObject::kind).orElse(ObjectKind.TABLE);
    return "ALTER "
        + Address.keyword(kind)
        + (only && kind == ObjectKind.TABLE && hasChildren(part, passage) ? " ONLY " : " ")
        + Address.whole(part);
  }

  private static boolean hasChildren(ObjectId part, Passage passage) {
    String name = new ObjectId(ObjectKind.TABLE, part.container(), "").qualified();
    return passage.parents().contains(name);
  }

  @Override
  public List<String> create(SchemaObject table, Passage passage) {
    return create(table, List.of(), passage);
  }

  @Override
  public List<String> create(SchemaObject table, List<SchemaObject> parts, Passage passage) {
    boolean later = attachesItself(table, passage);
    Optional<String> parent = later ? Optional.empty() : table.text(Property.PARTITION_OF);
    StringBuilder sql = new StringBuilder("CREATE ");
    table
        .text(Property.PERSISTENCE)
        .ifPresent(p -> sql.append(p.toUpperCase(Locale.ROOT)).append(' '));
    sql.append("TABLE ").append(Address.name(table.id()));
    parent.ifPresent(p -> sql.append(" PARTITION OF ").append(p));
    if (table.text(Property.OF_TYPE).isPresent()) {
      sql.append(" OF ").append(table.text(Property.OF_TYPE).get());
    }
    List<String> lines = lines(table, parts, later);
    if (!lines.isEmpty()) {
      sql.append(" (\n  ").append(String.join(",\n  ", lines)).append("\n)");
    } else if (parent.isEmpty() && table.text(Property.OF_TYPE).isEmpty()) {
      sql.append(" ()");
    }
    if (!table.list(Property.INHERITS).isEmpty()) {
      sql.append(" INHERITS (")
          .append(String.join(", ", table.list(Property.INHERITS)))
          .append(')');
    }
    if (parent.isPresent()) {
      sql.append(' ').append(table.text(Property.PARTITION_BOUND).orElse("DEFAULT"));
    }
    table.text(Property.PARTITION_KEY).ifPresent(k -> sql.append(" PARTITION BY ").append(k));
    table
        .text(Property.ACCESS_METHOD)
        .ifPresent(method -> sql.append(" USING ").append(Quoted.name(method)));
    if (!table.list(Property.OPTIONS).isEmpty()) {
      sql.append(" WITH ").append(Options.list(table.list(Property.OPTIONS)));
    }
    table
        .text(Property.TABLESPACE)
        .ifPresent(space -> sql.append(" TABLESPACE ").append(Quoted.name(space)));
    List<String> statements = new ArrayList<>();
    statements.add(sql.toString());
    statements.addAll(rowSecurity(SchemaObject.builder(table.id()).build(), table));
    return statements;
  }

  private static List<String> lines(SchemaObject table, List<SchemaObject> parts, boolean later) {
    boolean typed = table.text(Property.OF_TYPE).isPresent();
    List<String> lines = new ArrayList<>();
    for (SchemaObject part : parts) {
      if (part.kind() == ObjectKind.COLUMN && !typed) {
        if (later) {
          lines.add(ColumnWriter.clause(ofFuturePartition(part)));
        } else if (!part.is(Property.INHERITED)) {
          lines.add(ColumnWriter.clause(part));
        }
      }
    }
    for (SchemaObject part : parts) {
      if (part.kind() == ObjectKind.CONSTRAINT
          && (!part.is(Property.INHERITED) || (later && !isForeignKey(part)))) {
        lines.add(ConstraintWriter.clause(part));
      }
    }
    return lines;
  }

  private static boolean isForeignKey(SchemaObject constraint) {
    return new Constraint(constraint).type().equals(Constraint.FOREIGN_KEY);
  }

  /** Identity comes with the attachment; a table that has its own cannot be attached. */
  private static SchemaObject ofFuturePartition(SchemaObject column) {
    return column.toBuilder()
        .set(Property.IDENTITY, (String) null)
        .set(Property.IDENTITY_OPTIONS, (String) null)
        .build();
  }

  /** Whether a part's new table is attached to its parent only when it has all its indexes. */
  static boolean attachesLater(SchemaObject part, Passage passage) {
    return passage
        .to()
        .whole(part.id())
        .filter(whole -> !passage.from().has(whole.id()))
        .filter(whole -> attachesItself(whole, passage))
        .isPresent();
  }

  /**
   * A partition of a table that others work with is made on its own and attached then, since that
   * does not lock them out. So is one whose indexes have names of their own: the server takes the
   * indexes that it finds, but names those that it makes as it likes.
   */
  private static boolean attachesItself(SchemaObject table, Passage passage) {
    Optional<String> parent = table.text(Property.PARTITION_OF);
    return parent.isPresent()
        && (Parts.relation(parent.get(), passage.from()).isPresent()
            || passage.to().parts(table.id()).stream()
                .filter(TableWriter::isOfParentsIndex)
                .anyMatch(part -> !AutomaticNames.has(part, passage.to())));
  }

  private static boolean isOfParentsIndex(SchemaObject part) {
    return part.kind() == ObjectKind.INDEX
        ? part.text(Property.ATTACHED_TO).isPresent()
        : part.is(Property.INHERITED) && Parts.hasIndex(part);
  }

  @Override
  public List<String> complete(SchemaObject table, Passage passage) {
    List<String> sql = new ArrayList<>();
    if (attachesItself(table, passage)) {
      sql.add(attach(table));
    }
    sql.addAll(indexes(SchemaObject.builder(table.id()).build(), table));
    return sql;
  }

  private static String attach(SchemaObject table) {
    return "ALTER TABLE "
        + table.text(Property.PARTITION_OF).orElseThrow()
        + " ATTACH PARTITION "
        + Address.name(table.id())
        + " "
        + table.text(Property.PARTITION_BOUND).orElse("DEFAULT");
  }

  @Override
  public List<String> drop(SchemaObject table, Passage passage) {
    Optional<String> parent =
        table
            .text(Property.PARTITION_OF)
            .filter(name -> Parts.relation(name, passage.to()).isPresent());
    List<String> sql = new ArrayList<>();
    // Foreign keys that refer to the whole stand on each partition, too, until it is detached.
    parent.ifPresent(
        name -> sql.add("ALTER TABLE " + name + " DETACH PARTITION " + Address.name(table.id())));
    sql.add("DROP " + Address.of(table.id()));
    return sql;
  }

  @Override
  public Optional<List<String>> alter(Change.Alter change, Passage passage) {
    SchemaObject from = change.from();
    SchemaObject to = change.to();
    Set<Property> differences = change.properties();
    if (differences.contains(Property.PARTITION_KEY)
        || (differences.contains(Property.ACCESS_METHOD) && !passage.since(15))) {
      return Optional.empty();
    }
    String alter = "ALTER TABLE " + Address.name(to.id());
    List<String> sql = new ArrayList<>();
    if (differences.contains(Property.PARTITION_OF)
        || differences.contains(Property.PARTITION_BOUND)) {
      from.text(Property.PARTITION_OF)
          .filter(parent -> !replaced(parent, passage))
          .ifPresent(
              parent ->
                  sql.add("ALTER TABLE " + parent + " DETACH PARTITION " + Address.name(to.id())));
    }
    for (String parent : from.list(Property.INHERITS)) {
      if (!to.list(Property.INHERITS).contains(parent)) {
        sql.add(alter + " NO INHERIT " + parent);
      }
    }
    for (String parent : to.list(Property.INHERITS)) {
      if (!from.list(Property.INHERITS).contains(parent)) {
        sql.add(alter + " INHERIT " + parent);
      }
    }
    if (differences.contains(Property.OF_TYPE)) {
      sql.add(alter + to.text(Property.OF_TYPE).map(type -> " OF " + type).orElse(" NOT OF"));
    }
    if (differences.contains(Property.PERSISTENCE)) {
      sql.add(
          alter
              + " SET "
              + to.text(Property.PERSISTENCE).orElse("logged").toUpperCase(Locale.ROOT));
    }
    if (differences.contains(Property.ACCESS_METHOD)) {
      sql.add(
          alter
              + " SET ACCESS METHOD "
              + Quoted.name(to.text(Property.ACCESS_METHOD).orElse("heap")));
    }
    if (differences.contains(Property.TABLESPACE)) {
      sql.add(
          alter
              + " SET TABLESPACE "
              + Quoted.name(to.text(Property.TABLESPACE).orElse("pg_default")));
    }
    Options.change(from.list(Property.OPTIONS), to.list(Property.OPTIONS))
        .forEach(options -> sql.add(alter + " " + options));
    if (differences.contains(Property.PARTITION_OF)
        || differences.contains(Property.PARTITION_BOUND)) {
      to.text(Property.PARTITION_OF).ifPresent(parent -> sql.add(attach(to)));
    }
    sql.addAll(indexes(from, to));
    sql.addAll(rowSecurity(from, to));
    return Optional.of(sql);
  }

  private static boolean replaced(String parent, Passage passage) {
    return Parts.relation(parent, passage.to()).isEmpty();
  }

  private static List<String> indexes(SchemaObject from, SchemaObject to) {
    List<String> sql = new ArrayList<>();
    String alter = "ALTER TABLE " + Address.name(to.id());
    if (!from.list(Property.REPLICA_IDENTITY).equals(to.list(Property.REPLICA_IDENTITY))) {
      sql.add(
          alter
              + " REPLICA IDENTITY "
              + to.text(Property.REPLICA_IDENTITY)
                  .map(
                      identity ->
                          identity.equals("full") || identity.equals("nothing")
                              ? identity.toUpperCase(Locale.ROOT)
                              : "USING INDEX " + Quoted.name(identity))
                  .orElse("DEFAULT"));
    }
    if (!from.list(Property.CLUSTERED_ON).equals(to.list(Property.CLUSTERED_ON))) {
      sql.add(
          alter
              + to.text(Property.CLUSTERED_ON)
                  .map(index -> " CLUSTER ON " + Quoted.name(index))
                  .orElse(" SET WITHOUT CLUSTER"));
    }
    return sql;
  }

  private static List<String> rowSecurity(SchemaObject from, SchemaObject to) {
    List<String> sql = new ArrayList<>();
    String alter = "ALTER TABLE " + Address.name(to.id());
    if (from.is(Property.ROW_SECURITY) != to.is(Property.ROW_SECURITY)) {
      sql.add(
          alter + (to.is(Property.ROW_SECURITY) ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
    }
    if (from.is(Property.FORCE_ROW_SECURITY) != to.is(Property.FORCE_ROW_SECURITY)) {
      sql.add(
          alter
              + (to.is(Property.FORCE_ROW_SECURITY) ? " FORCE" : " NO FORCE")
              + " ROW LEVEL SECURITY");
    }
    return sql;
  }
}
