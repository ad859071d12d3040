package io.liftlock.engine.migrate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.engine.migrate.layout.Draft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds numbers that are left out in a strictly numbered sequence: one of numbers of at most six
 * digits that do not go up in fives or tens.
 */
final class Gaps {

  private static final int NAMED = 5;

  private Gaps() {}

  /** Tells one warning per branch. */
  static void tell(Collection<Draft> drafts, Problems problems) {
    Map<String, List<Draft>> branches = new TreeMap<>();
    for (Draft draft : drafts) {
      branches.computeIfAbsent(draft.id().branch(), key -> new ArrayList<>()).add(draft);
    }
    branches.values().forEach(branch -> tellBranch(branch, problems));
  }

  private static void tellBranch(List<Draft> branch, Problems problems) {
    TreeMap<Integer, Draft> numbers = new TreeMap<>();
    boolean stepped = true;
    for (Draft draft : branch) {
      MigrationId id = draft.id();
      if (id.parts().size() != 1 || id.label().length() > 6) {
        return;
      }
      int number = Integer.parseInt(id.parts().get(0));
      numbers.put(number, draft);
      stepped &= number % 5 == 0;
    }
    if (stepped) {
      return;
    }
    List<String> gaps = new ArrayList<>();
    Draft behind = null;
    int before = numbers.firstKey();
    for (Map.Entry<Integer, Draft> entry : numbers.entrySet()) {
      int number = entry.getKey();
      if (number > before + 1) {
        gaps.add(before + 2 == number ? "" + (before + 1) : (before + 1) + " to " + (number - 1));
        behind = behind == null ? entry.getValue() : behind;
      }
      before = number;
    }
    if (behind != null) {
      String branchName = behind.id().branch();
      problems.add(
          Problem.warning(
                  ErrorCode.MIGRATION_GAP,
                  "numbers are left out"
                      + (branchName.isEmpty() ? "" : " in " + branchName)
                      + ": "
                      + gaps.stream().limit(NAMED).collect(Collectors.joining(", "))
                      + (gaps.size() > NAMED ? " and more" : ""))
              .at(behind.parts().isEmpty() ? null : Place.of(behind.parts().get(0).file().file()))
              .action("check that no file was forgotten"));
    }
  }
}
