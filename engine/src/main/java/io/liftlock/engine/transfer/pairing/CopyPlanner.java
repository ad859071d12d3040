package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.schema.Schema;
import io.liftlock.core.transfer.CopyPlan;

/** Finds out which table's rows go where. Pure: it looks at two schemas and at no row. */
public final class CopyPlanner {

  /** Why a table is omitted that nobody named where only some were asked for. */
  public static final String NOT_ASKED_FOR = "it is not among the tables that were asked for";

  private CopyPlanner() {}

  /**
   * Pairs tables and columns.
   *
   * @param source the schema that is copied from
   * @param target the schema that is copied into
   * @param mapping what a person says about it
   * @throws io.liftlock.core.error.StateError with COPY_DOES_NOT_FIT for everything that does not
   *     fit, all at once
   * @throws io.liftlock.core.error.UserError with COPY_MAPPING_INVALID for every name in the
   *     mapping that means nothing, or more than one thing
   */
  public static CopyPlan plan(Schema source, Schema target, CopyMapping mapping) {
    return new TablePairing(source, target, mapping).plan();
  }
}
