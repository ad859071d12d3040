package io.liftlock.engine.safety.fix;

import java.util.ArrayList;
import java.util.List;

/**
 * Pieces as the text of a script.
 *
 * @param sql the text
 * @param owners for each statement of the text the index of its piece, or -1 for BEGIN and COMMIT
 * @param together whether one transaction holds all of it
 */
record Assembly(String sql, List<Integer> owners, boolean together) {

  static Assembly of(Rewriting rewriting) {
    StringBuilder sql = new StringBuilder();
    List<Integer> owners = new ArrayList<>();
    boolean together = rewriting.isOneTransaction();
    int index = 0;
    for (List<SafePiece> transaction : rewriting.transactions()) {
      boolean wrapped = !together && transaction.size() > 1;
      if (wrapped) {
        sql.append("BEGIN;\n");
        owners.add(-1);
      }
      for (SafePiece piece : transaction) {
        sql.append(piece.sql()).append("\n;\n");
        owners.add(index++);
      }
      if (wrapped) {
        sql.append("COMMIT;\n");
        owners.add(-1);
      }
    }
    return new Assembly(sql.toString(), owners, together);
  }
}
