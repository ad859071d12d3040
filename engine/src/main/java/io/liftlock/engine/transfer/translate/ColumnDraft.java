package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.ObjectId;

/**
 * A column on its way into the other dialect.
 *
 * @param source the column as it is
 * @param target which one it becomes
 * @param type its type there
 * @param field how conditions speak of it
 */
record ColumnDraft(Column source, ObjectId target, String type, Field field) {

  /** Its name in the target. */
  String name() {
    return target.name();
  }

  /** Its name in the target, quoted where SQL needs it. */
  String written() {
    return field.written();
  }
}
