package io.liftlock.engine.transfer.compare;

import io.liftlock.core.report.RowDifference;
import java.util.ArrayList;
import java.util.List;

/** The differences of one table, as many as are listed, and whether there are more. */
final class Found {

  private final int listed;
  private final List<RowDifference> differences = new ArrayList<>();
  private boolean more;

  Found(int listed) {
    this.listed = listed;
  }

  /** One more. */
  void add(RowDifference difference) {
    if (differences.size() < listed) {
      differences.add(difference);
    } else {
      more = true;
    }
  }

  /** Whether what comes would not be listed, and it is known that there is more. */
  boolean isFull() {
    return more;
  }

  List<RowDifference> differences() {
    return List.copyOf(differences);
  }

  boolean hasMore() {
    return more;
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return differences.isEmpty() && !more;
  }
}
