package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table on its way into the other dialect.
 *
 * @param source the table as it is
 * @param target which one it becomes
 * @param written its name in the target, as a reference says it
 * @param columns its columns, in order
 */
record TableDraft(Table source, ObjectId target, String written, List<ColumnDraft> columns) {

  /** Copies the list. */
  TableDraft {
    columns = List.copyOf(columns);
  }

  /** The column that the source calls so; SQLite's names have no case. */
  Optional<ColumnDraft> column(String name) {
    Optional<ColumnDraft> exact =
        columns.stream().filter(column -> column.source().name().equals(name)).findFirst();
    return exact.isPresent()
        ? exact
        : columns.stream()
            .filter(column -> column.source().name().equalsIgnoreCase(name))
            .findFirst();
  }

  /** How a condition speaks of a column. */
  Optional<Field> field(String name) {
    return column(name).map(ColumnDraft::field);
  }

  /** The columns of these names; empty where one is not there, or where there are no names. */
  Optional<List<ColumnDraft>> columns(List<String> names) {
    List<ColumnDraft> found = new ArrayList<>();
    names.forEach(name -> column(name).ifPresent(found::add));
    return names.isEmpty() || found.size() < names.size() ? Optional.empty() : Optional.of(found);
  }
}
