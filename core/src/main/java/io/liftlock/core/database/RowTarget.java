package io.liftlock.core.database;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.core.transfer.Suspension;
import java.util.Collection;
import java.util.List;

/** Takes rows in, many at a time, and remembers which. */
public interface RowTarget {

  /** Which database this is; see {@link RowSource#identity()}. */
  String identity();

  /** Which running server or file answers. */
  String server();

  /** How much the server can bear. */
  ServerSize size();

  /** What it remembers of copies into it. */
  CopyLedger ledger();

  /**
   * What of these tables would slow or disturb the loading, in the order in which it is taken away.
   * What cannot be taken away, since other objects stand on it, is left out.
   */
  List<Suspension> obstacles(Collection<ObjectId> tables);

  /** The tables of these that hold a row. */
  List<ObjectId> filled(Collection<ObjectId> tables);

  /** Another connection that writes. */
  TableWriter writer();
}
