package io.liftlock.engine.transfer;

import io.liftlock.core.database.TableWriter;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What follows when all rows, indexes and keys are there: sequences, materialized views, the
 * planner's statistics. Doing it again changes nothing.
 */
final class Finishing {

  private final Site site;
  private final Preparation known;
  private final Dialect source;
  private final Schema target;

  /**
   * @param source the source's dialect
   * @param target the target's schema
   */
  Finishing(Site site, Preparation known, Dialect source, Schema target) {
    this.site = site;
    this.known = known;
    this.source = source;
    this.target = target;
  }

  boolean finish(Lane lane) {
    TableWriter writer = lane.writer();
    placeSequences(writer, lane);
    List<ObjectId> views =
        target.of(ObjectKind.MATERIALIZED_VIEW).stream().map(SchemaObject::id).toList();
    if (!views.isEmpty()) {
      writer.refresh(views);
    }
    writer.analyze(tables());
    return true;
  }

  private List<ObjectId> tables() {
    return known.targets().stream().filter(id -> !id.equals(LargeObjects.TABLE)).toList();
  }

  private void placeSequences(TableWriter writer, Lane lane) {
    if (site.options().existing() == CopyOptions.IntoExisting.APPEND) {
      // The target's own may stand further on.
      writer.placeBehindRows(tables());
      return;
    }
    List<SequencePosition> wanted = wanted(positions(lane));
    Set<ObjectId> placed = new HashSet<>(wanted.stream().map(SequencePosition::sequence).toList());
    writer.place(wanted).forEach(left -> placed.remove(left.sequence()));
    List<ObjectId> others = tables().stream().filter(table -> !isPlaced(table, placed)).toList();
    if (!others.isEmpty()) {
      writer.placeBehindRows(others);
    }
  }

  /** They go on while rows are copied, so the last look is the best, as long as one can look. */
  private List<SequencePosition> positions(Lane lane) {
    if (!site.point().isAlive()) {
      return known.sequences();
    }
    List<SequencePosition> positions = lane.reader(site.point().current()).sequences();
    // Whoever compares needs all readers that the point has.
    lane.dropReader();
    return positions;
  }

  /** Those of tables that are copied, and the free ones; as the target names them. */
  private List<SequencePosition> wanted(List<SequencePosition> positions) {
    if (source != target.dialect()) {
      return List.of();
    }
    List<SequencePosition> wanted = new ArrayList<>();
    for (SequencePosition position : positions) {
      inTarget(position.sequence())
          .ifPresent(
              id -> wanted.add(new SequencePosition(id, position.last(), position.called())));
    }
    return wanted;
  }

  private Optional<ObjectId> inTarget(ObjectId sequence) {
    if (sequence.kind() == ObjectKind.COLUMN) {
      return known.pairs().stream()
          .filter(pair -> sequence.isPartOf(pair.source()))
          .findFirst()
          .flatMap(pair -> column(pair, sequence.name()));
    }
    if (sequence.kind() != ObjectKind.SEQUENCE) {
      return known.pairs().stream()
          .filter(pair -> pair.source().equals(sequence))
          .map(TablePair::target)
          .findFirst();
    }
    return target
        .find(sequence)
        .filter(
            object ->
                object.text(Property.OWNED_BY).stream().allMatch(column -> isOfCopied(column)))
        .map(SchemaObject::id);
  }

  private static Optional<ObjectId> column(TablePair pair, String name) {
    return pair.columns().stream()
        .filter(column -> column.source().equals(name))
        .map(column -> pair.target().part(ObjectKind.COLUMN, column.target()))
        .findFirst();
  }

  private boolean isOfCopied(String column) {
    List<String> path = ObjectId.names(column);
    ObjectId table = new ObjectId(ObjectKind.TABLE, path.subList(0, path.size() - 1), "");
    return known.targets().contains(table);
  }

  /** Whether whatever fills a table's columns stands where it stood in the source. */
  private boolean isPlaced(ObjectId table, Set<ObjectId> placed) {
    return target
        .find(table)
        .map(object -> Table.of(target, object))
        .map(
            found ->
                found.columns().stream()
                    .filter(column -> isCounted(column))
                    .allMatch(column -> isPlaced(table, column, placed)))
        .orElse(true);
  }

  private boolean isCounted(Column column) {
    return target.dialect() == Dialect.SQLITE
        || column.object().text(Property.IDENTITY).isPresent()
        || column.defaultValue().filter(text -> text.contains("nextval(")).isPresent();
  }

  private static boolean isPlaced(ObjectId table, Column column, Set<ObjectId> placed) {
    if (placed.contains(table) || placed.contains(table.part(ObjectKind.COLUMN, column.name()))) {
      return true;
    }
    String text = column.defaultValue().orElse("");
    return placed.stream()
        .filter(id -> id.kind() == ObjectKind.SEQUENCE)
        .anyMatch(id -> text.contains("'" + id.qualified() + "'"));
  }
}
