package io.liftlock.postgres.transfer;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowLoad;
import java.util.List;
import java.util.Map;

/** How the fields of a load's tuples are written: all in binary form, or all as text. */
final class CopyFields {

  private final RowLoad load;
  private final Map<String, TypedColumn> types;
  private final ServerReading server;

  /**
   * @param types the table's columns by name
   * @param server reads what is not written in the usual way
   */
  CopyFields(RowLoad load, Map<String, TypedColumn> types, ServerReading server) {
    this.load = load;
    this.types = types;
    this.server = server;
  }

  /** Whether every column's receive function takes a form that can be made here. */
  boolean areBinary() {
    return !server.isBusy(load.table()) && load.columns().stream().allMatch(this::isBinary);
  }

  private boolean isBinary(ReadColumn column) {
    return BinaryFields.canWrite(typed(column), column.form());
  }

  /** A writer for each field. */
  List<FieldWriter> writers(CopyStream out, boolean asBinary) {
    TextFields text = new TextFields(out);
    if (!asBinary) {
      return load.columns().stream().map(column -> text.of(column.form())).toList();
    }
    BinaryFields binary = new BinaryFields(out, server);
    return load.columns().stream()
        .map(this::typed)
        .map(column -> binary.of(column, new Misfits(load.table(), column)))
        .toList();
  }

  private TypedColumn typed(ReadColumn column) {
    TypedColumn typed = types.get(column.name());
    if (typed == null) {
      throw new StateError(
          Problem.error(
                  ErrorCode.COPY_PLAN_CHANGED,
                  "the column %s of %s is no longer there"
                      .formatted(column.name(), load.table().qualified()))
              .action("begin the copy again"));
    }
    return typed;
  }
}
