package io.liftlock.engine.model;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.report.RowChange;
import io.liftlock.core.report.SeedGap;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.engine.proof.Proof;
import io.liftlock.engine.proof.Seeding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen when generated migrations ran on a scratch database.
 *
 * @param generated what ran
 * @param proof up, down and up again
 * @param seeding what rows were there
 */
public record GeneratedProof(Generated generated, Proof proof, Seeding seeding) {

  /** What went wrong, each in a sentence; empty where everything is proven. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    proof
        .stop()
        .ifPresent(
            stop -> faults.add("it fails on the way " + stop.leg().word() + ": " + stop.problem()));
    tell("the way up does not reach the model", proof.missed().orElse(null), faults);
    tell("the rollback does not reach the start", proof.left().orElse(null), faults);
    tell("the second way up differs from the first", proof.repeated().orElse(null), faults);
    for (RowChange change : proof.movedByUp()) {
      if (!isAllowed(change)) {
        faults.add("rows do not survive: " + change);
      }
    }
    for (RowChange change : proof.notBroughtBack()) {
      if (!isAllowed(change)) {
        faults.add("rows are not what they were after the rollback: " + change);
      }
    }
    return List.copyOf(faults);
  }

  private static void tell(String what, @Nullable SchemaDiff diff, List<String> faults) {
    if (diff != null && !diff.isEmpty()) {
      Change first = diff.changes().get(0);
      int more = diff.changes().size() - 1;
      faults.add(what + ": " + first.object() + (more == 0 ? "" : " and " + more + " more"));
    }
  }

  /** Whether what was lost was allowed to be. */
  private boolean isAllowed(RowChange change) {
    return generated.allowed().stream()
        .map(Loss::object)
        .anyMatch(object -> concerns(object, change.table()));
  }

  private static boolean concerns(ObjectId object, ObjectId table) {
    // A type's values may be in any table.
    return object.equals(table)
        || object.isPartOf(table)
        || (!object.kind().isPart() && !object.kind().isRelation());
  }

  /** What was proven and what not, in one line. */
  public String summary() {
    long rows = seeding.rows().values().stream().mapToLong(Integer::longValue).sum();
    long tables = seeding.rows().values().stream().filter(count -> count > 0).count();
    StringBuilder text =
        new StringBuilder("proven on a scratch database, up, down and up again, ")
            .append(
                rows == 0
                    ? "without rows"
                    : "with %d rows in %d %s"
                        .formatted(rows, tables, tables == 1 ? "table" : "tables"));
    List<SeedGap> gaps = seeding.gaps();
    if (!gaps.isEmpty()) {
      text.append("; not proven with rows: ");
      text.append(
          String.join(", ", gaps.stream().map(gap -> gap.table().qualified()).limit(5).toList()));
      if (gaps.size() > 5) {
        text.append(" and %d more".formatted(gaps.size() - 5));
      }
    }
    return text.toString();
  }
}
