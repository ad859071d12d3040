package io.liftlock.engine.transfer.compare;

import io.liftlock.core.report.RowDifference;
import io.liftlock.core.transfer.FieldText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The differences of one table, as many as are listed, and whether there are more. */
final class Found {

  /** How much is shown of a value. */
  static final int LONGEST = 1_000;

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

  /** There are others, nobody knows which. */
  void addUnknown() {
    more = true;
  }

  /** Whether nothing that comes would be listed, and it is known that there is more. */
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

  /**
   * A value as people read it, the beginning of what is long; null for NULL.
   *
   * @param withKind whether to say what kind of value it is, since the other side's is another one
   */
  static @Nullable String shown(FieldText value, boolean withKind) {
    String text = value.text();
    if (text == null) {
      return null;
    }
    String shown = value.isCut() ? text + "… (" + value.length() + " characters)" : text;
    return withKind && !value.kind().isEmpty() ? shown + " (" + value.kind() + ")" : shown;
  }
}
