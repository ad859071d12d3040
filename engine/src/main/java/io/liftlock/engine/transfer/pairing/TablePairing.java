package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.schema.Table;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs the tables of two schemas by their names and by what a person says. Partitions are read and
 * written through their root where the target has one, so that the two sides may be partitioned
 * differently; a table that others inherit from gives its own rows only.
 */
final class TablePairing {

  private final Schema source;
  private final Schema target;
  private final Problems problems = new Problems();
  private final List<CopyPlan.Omission> omissions = new ArrayList<>();
  private final MappedNames names;
  private final ColumnPairing columns;

  TablePairing(Schema source, Schema target, CopyMapping mapping) {
    this.source = source;
    this.target = target;
    this.names = new MappedNames(source, target, mapping, problems);
    this.columns = new ColumnPairing(source, target, names, problems, omissions);
  }

  CopyPlan plan() {
    // A name that means nothing makes the rest look as if it did not fit.
    problems.throwIfErrors();
    List<TablePair> pairs = new ArrayList<>();
    Map<ObjectId, ObjectId> taken = new HashMap<>();
    for (SchemaObject table : source.of(ObjectKind.TABLE)) {
      if (carrier(table.id()).equals(table.id()) && isWanted(table.id())) {
        pair(table)
            .ifPresent(
                pair -> {
                  ObjectId other = taken.put(pair.target(), pair.source());
                  if (other != null) {
                    doesNotFit(
                        other + " and " + pair.source() + " would both go into " + pair.target(),
                        "leave one of them out with `--skip`");
                  }
                  pairs.add(pair);
                });
      }
    }
    omitOthers();
    problems.throwIfErrors();
    return new CopyPlan(pairs, omissions);
  }

  /** The table that a table's rows are read through. */
  private ObjectId carrier(ObjectId table) {
    ObjectId root = Neighbours.root(source, table);
    if (root.equals(table) || names.isNamed(table) || goesByParts(root)) {
      return table;
    }
    return root;
  }

  /** Whether the target knows the partitions of a table, and not the table. */
  private boolean goesByParts(ObjectId root) {
    if (into(root).isPresent() || names.isSkipped(root) || names.isDropped(root)) {
      return false;
    }
    Set<ObjectId> leaves = new HashSet<>();
    for (SchemaObject table : source.of(ObjectKind.TABLE)) {
      boolean leaf = table.text(Property.PARTITION_KEY).isEmpty();
      if (leaf && !table.id().equals(root) && Neighbours.root(source, table.id()).equals(root)) {
        leaves.add(table.id());
      }
    }
    return !leaves.isEmpty() && leaves.stream().allMatch(leaf -> into(leaf).isPresent());
  }

  private Optional<ObjectId> into(ObjectId table) {
    return names.target(table).or(() -> Neighbours.table(source, table, target));
  }

  private boolean isWanted(ObjectId table) {
    if (names.isSkipped(table) || names.isDropped(table)) {
      omissions.add(new CopyPlan.Omission(table, "it was asked to be left out"));
      return false;
    }
    if (names.isLeftOut(table)) {
      omissions.add(new CopyPlan.Omission(table, CopyPlanner.NOT_ASKED_FOR));
      return false;
    }
    // Its partitions go one by one, or it is not a leaf of those that do.
    boolean hollow =
        source.find(table).flatMap(object -> object.text(Property.PARTITION_KEY)).isPresent();
    return !(hollow && goesByParts(Neighbours.root(source, table)));
  }

  private Optional<TablePair> pair(SchemaObject table) {
    Optional<SchemaObject> into = into(table.id()).flatMap(target::find);
    if (into.isEmpty()) {
      doesNotFit(
          table.id() + " has no place in the target",
          "if it has another name there: `--map table=table`; if it is gone: `--drop table`; to"
              + " leave it out of this copy: `--skip table`");
      return Optional.empty();
    }
    return Optional.of(columns.pair(Table.of(source, table), Table.of(target, into.get())));
  }

  /** What else holds or shows rows. */
  private void omitOthers() {
    omit(ObjectKind.VIEW, "a view holds no rows");
    omit(ObjectKind.MATERIALIZED_VIEW, "the target's own query fills it");
    omit(ObjectKind.FOREIGN_TABLE, "its rows are in another database");
    omit(ObjectKind.VIRTUAL_TABLE, "its rows belong to its module, which has to fill it");
  }

  private void omit(ObjectKind kind, String because) {
    source.of(kind).forEach(o -> omissions.add(new CopyPlan.Omission(o.id(), because)));
  }

  private void doesNotFit(String message, String action) {
    problems.add(Problem.error(ErrorCode.COPY_DOES_NOT_FIT, message).action(action));
  }
}
