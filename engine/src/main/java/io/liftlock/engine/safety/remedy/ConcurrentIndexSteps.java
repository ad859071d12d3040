package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An index that is built while others go on writing, also where the table has partitions. */
public final class ConcurrentIndexSteps {

  private ConcurrentIndexSteps() {}

  /**
   * Instead of any form of CREATE INDEX.
   *
   * @return empty where it cannot be written: in a body, or where the partitions are not known
   */
  public static Optional<Fix> of(Moment moment, CreateIndex index) {
    if (moment.inBody()) {
      return Optional.empty();
    }
    IndexText text = IndexText.of(index, moment.statement().text());
    StepList steps = new StepList();
    Optional<TableOutline> table = moment.outline().table(index.table());
    if (table.filter(TableOutline::isPartitioned).isEmpty()) {
      RelationName name = name(moment, index);
      plain(steps, text, name, name.toString(), index.table().toString());
      return Optional.of(steps.rewrite());
    }
    RelationName name = name(moment, index);
    String parent = moment.shown(index.table());
    if (index.only()) {
      steps.own("The partitioned table alone has no rows to read", text.only(name, parent));
      return Optional.of(steps.rewrite());
    }
    if (moment.outline().partitions(index.table()).isEmpty()) {
      return Optional.empty();
    }
    steps.own(
        "The partitioned table gets its index, the partitions do not yet", text.only(name, parent));
    parts(moment, index, steps, text, table.get().name(), name);
    steps.own(
        "It serves only when every partition has joined: a partition that was forgotten is told",
        valid(moment.shown(name)));
    return Optional.of(steps.rewrite());
  }

  private static void parts(
      Moment moment,
      CreateIndex index,
      StepList steps,
      IndexText text,
      RelationName parent,
      RelationName parentIndex) {
    for (TableOutline part : moment.outline().partitions(parent)) {
      RelationName name =
          new RelationName(part.name().schema(), madeUp(moment, index, part.name()));
      String table = moment.shown(part.name());
      if (part.isPartitioned()) {
        steps.own("A partition that has partitions itself", text.only(name, table));
        parts(moment, index, steps, text, part.name(), name);
      } else {
        plain(steps, text, name, moment.shown(name), table);
      }
      steps.own(
          "It joins: tables are only read for it",
          "ALTER INDEX " + moment.shown(parentIndex) + " ATTACH PARTITION " + moment.shown(name));
    }
  }

  private static void plain(
      StepList steps, IndexText text, RelationName name, String shown, String table) {
    steps
        .bare(
            "A build that failed earlier has left an invalid index of this name: it goes first",
            "DROP INDEX CONCURRENTLY IF EXISTS " + shown)
        .bare("Built while the application goes on writing", text.concurrently(name, table));
  }

  /** Fails where an index is not valid. */
  private static String valid(String index) {
    return """
    DO $$
    BEGIN
      IF EXISTS (
        SELECT FROM pg_catalog.pg_index
        WHERE indexrelid = '%s'::pg_catalog.regclass AND NOT indisvalid
      ) THEN
        RAISE EXCEPTION 'an index is not valid: a partition has none, or its build failed';
      END IF;
    END
    $$\
    """
        .formatted(index.replace("'", "''"));
  }

  /** Its name, or the one that the server would make up; in the schema that the table has. */
  static RelationName name(Moment moment, CreateIndex index) {
    String schema = index.table().schema();
    if (index.name().isPresent()) {
      return new RelationName(schema, index.name().get());
    }
    return new RelationName(schema, madeUp(moment, index, index.table()));
  }

  /** The name that the server gives to the index of a table, or of a partition of it. */
  private static String madeUp(Moment moment, CreateIndex index, RelationName table) {
    Outline before = moment.outline();
    return before.after(index).table(table).stream()
        .flatMap(known -> known.indexes().stream())
        .map(IndexOutline::name)
        .filter(name -> before.index(name).isEmpty())
        .findFirst()
        .map(RelationName::name)
        .orElseGet(() -> Target.joined(table.name(), columns(index), "idx"));
  }

  private static String columns(CreateIndex index) {
    return Stream.concat(
            index.parts().stream().map(part -> part.column().orElse("expr")),
            index.included().stream())
        .collect(Collectors.joining("_"));
  }
}
