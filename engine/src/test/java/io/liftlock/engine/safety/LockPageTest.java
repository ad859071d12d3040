package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The manual's page of locks is drawn from the proof table, so that it says nothing that a server
 * has not confirmed. {@code -Dgolden=update} draws it anew.
 */
class LockPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "lint-locks.md").normalize();

  private static final List<String> PARTS =
      List.of(
          "columns",
          "defaults",
          "types",
          "constraints",
          "indexes",
          "partitions",
          "tables",
          "views",
          "sequences",
          "domains",
          "objects",
          "data");

  private static final String HEAD =
      """
      # What statements lock

      Each line was seen on PostgreSQL 14 to 18, where no versions stand with it: the strongest lock
      on each relation that was there before, what is read from its first row to its last, and what
      is written anew. The tables had no rows, or a few. The set-up of each line, and the same in a
      form that servers run, is in `engine/src/test/forecast`. This page is drawn from there.

      - An index is named only where it is locked more strongly than for reading and writing rows.
      - How a query finds its rows is the planner's choice. That goes for a foreign key, too: its
        rows are looked up in the referenced table through its index, or, where they are many, by
        reading all of that table under the locks that are named here.
      - A concurrent REINDEX locks the old index ACCESS EXCLUSIVE for a moment at its end, when no
        query uses it any more. What else runs outside transactions is told by the server's source
        where its locks are too short to be seen every time (`-- untraced` in the proof table).
      """;

  @Test
  void isDrawnFromTheProofTable() throws IOException {
    String drawn = draw();
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, drawn);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(drawn);
  }

  @Test
  void hasAPartForEveryFile() {
    assertThat(RuleCases.in("forecast").stream().map(RuleCase::rule).collect(Collectors.toSet()))
        .isEqualTo(Set.copyOf(PARTS));
  }

  private static String draw() {
    List<RuleCase> cases = RuleCases.in("forecast");
    StringBuilder page = new StringBuilder(HEAD);
    for (String part : PARTS) {
      page.append("\n## ").append(title(part)).append("\n\n");
      page.append("| What | Statement | Versions | Locks | Reads all of | Writes anew |\n");
      page.append("|---|---|---|---|---|---|\n");
      cases.stream()
          .filter(each -> each.rule().equals(part))
          .forEach(each -> page.append(row(each)));
    }
    return page.toString();
  }

  private static String title(String part) {
    return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
  }

  private static String row(RuleCase each) {
    List<String> locks = new ArrayList<>();
    List<String> scans = new ArrayList<>();
    List<String> rewrites = new ArrayList<>();
    for (String one : each.expectation().orElseThrow().split(";\\s*", -1)) {
      if (one.startsWith("scans ")) {
        scans.add(one.substring("scans ".length()));
      } else if (one.startsWith("rewrites ")) {
        rewrites.add(one.substring("rewrites ".length()));
      } else if (one.startsWith("fails ")) {
        locks.add("fails with " + one.substring("fails ".length()));
      } else if (!one.isBlank()) {
        locks.add(words(one));
      }
    }
    return Stream.of(
            escaped(each.name()),
            "`" + escaped(each.migration().strip().replaceAll("\\s+", " ")) + "`",
            versions(each.majors()),
            String.join(", ", locks),
            String.join(", ", scans),
            String.join(", ", rewrites))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** {@code users AccessExclusiveLock} is {@code users ACCESS EXCLUSIVE}. */
  private static String words(String lock) {
    int blank = lock.lastIndexOf(' ');
    String mode =
        lock.substring(blank + 1)
            .replaceAll("Lock$", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toUpperCase(Locale.ROOT);
    return lock.substring(0, blank) + " " + mode;
  }

  private static String versions(Set<Integer> majors) {
    List<Integer> sorted = majors.stream().sorted().toList();
    int first = sorted.get(0);
    int last = sorted.get(sorted.size() - 1);
    if (first == 14 && last == 18) {
      return "";
    }
    return first == last ? String.valueOf(first) : first + " to " + last;
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
