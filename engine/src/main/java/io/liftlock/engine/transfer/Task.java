package io.liftlock.engine.transfer;

import io.liftlock.core.transfer.SuspensionRecord;

/** Something that one worker does alone. */
sealed interface Task {

  /** Gives each case its answer. */
  void match(Cases cases);

  /** One answer per case. */
  interface Cases {

    void chunk(OfChunk task);

    void table(OfTable task);

    void restoration(OfSuspension task);
  }

  /** A chunk is copied, or looked at again. */
  record OfChunk(TableWork table, TableWork.Slot slot) implements Task {
    @Override
    public void match(Cases cases) {
      cases.chunk(this);
    }
  }

  /** A table that was copied by pages is looked at again. */
  record OfTable(TableWork table) implements Task {
    @Override
    public void match(Cases cases) {
      cases.table(this);
    }
  }

  /** Something that was suspended comes back. */
  record OfSuspension(SuspensionRecord record) implements Task {
    @Override
    public void match(Cases cases) {
      cases.restoration(this);
    }
  }
}
