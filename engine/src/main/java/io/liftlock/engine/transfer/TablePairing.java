package io.liftlock.engine.transfer;

import io.liftlock.core.schema.Schema;
import io.liftlock.core.transfer.CopyPlan;

/** Pairs the tables of two schemas. */
final class TablePairing {

  private final Schema source;
  private final Schema target;
  private final CopyMapping mapping;

  TablePairing(Schema source, Schema target, CopyMapping mapping) {
    this.source = source;
    this.target = target;
    this.mapping = mapping;
  }

  CopyPlan plan() {
    throw new UnsupportedOperationException(source + " " + target + mapping);
  }
}
