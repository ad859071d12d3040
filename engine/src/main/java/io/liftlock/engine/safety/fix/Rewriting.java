package io.liftlock.engine.safety.fix;

import io.liftlock.core.report.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration in its safe form, and what could not be made safe by rewriting.
 *
 * @param pieces what is run, in order
 * @param fixed the findings that are gone
 * @param left the findings that remain: those whose way out is a plan for people, or that have none
 */
public record Rewriting(List<SafePiece> pieces, List<Finding> fixed, List<Finding> left) {

  /** Copies the lists. */
  public Rewriting {
    pieces = List.copyOf(pieces);
    fixed = List.copyOf(fixed);
    left = List.copyOf(left);
  }

  /** Whether anything is written anew. */
  public boolean isChanged() {
    return pieces.stream().anyMatch(SafePiece::isChanged);
  }

  /** The pieces by transaction: each list is committed as one, or is one statement on its own. */
  public List<List<SafePiece>> transactions() {
    List<List<SafePiece>> all = new ArrayList<>();
    SafePiece last = null;
    for (SafePiece piece : pieces) {
      if (last == null || last.isAlone() || !piece.joins()) {
        all.add(new ArrayList<>());
      }
      all.get(all.size() - 1).add(piece);
      last = piece;
    }
    return all.stream().map(List::copyOf).toList();
  }

  /** Whether one transaction holds all of it, as it holds any migration. */
  public boolean isOneTransaction() {
    List<List<SafePiece>> all = transactions();
    return all.isEmpty() || (all.size() == 1 && !all.get(0).get(0).isAlone());
  }

  /** The whole as one script, with BEGIN and COMMIT where transactions hold several statements. */
  public String sql() {
    return Assembly.of(this).sql();
  }
}
