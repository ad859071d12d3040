package io.liftlock.engine.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.migrate.StatementDifference.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementDifferenceTest {

  /** One statement for each letter. */
  private static Script script(String letters) {
    StringBuilder sql = new StringBuilder();
    letters.chars().forEach(letter -> sql.append("SELECT '").append((char) letter).append("';\n"));
    return new ScriptReader().read("a.sql", sql.toString(), Dialect.POSTGRES);
  }

  private static List<StatementRecord> ran(String letters) {
    List<StatementRecord> records = new ArrayList<>();
    for (Statement statement : script(letters)) {
      records.add(
          new StatementRecord(
              "001",
              Direction.UP,
              "batch",
              records.size() + 1,
              statement.hash(),
              statement.text(),
              EntryState.DONE,
              null,
              null,
              0,
              0));
    }
    return records;
  }

  private static List<StatementDifference> between(String ran, String now) {
    List<Step> steps = new ArrayList<>();
    Steps.of(script(now), Execution.ONE_TRANSACTION, Timeouts.NONE).forEach(steps::add);
    return StatementDifference.between(ran(ran), steps);
  }

  private static List<String> told(String ran, String now) {
    return between(ran, now).stream()
        .map(
            difference ->
                difference.ordinal()
                    + " "
                    + difference.kind()
                    + " "
                    + letter(difference.recorded())
                    + letter(difference.now() == null ? null : difference.now().text()))
        .toList();
  }

  private static String letter(String sql) {
    return sql == null ? "-" : sql.replaceAll("SELECT '(.)'", "$1");
  }

  @Test
  void tellsWhatHappenedToEachStatement() {
    assertThat(told("abc", "abc")).isEmpty();
    assertThat(told("abc", "axc")).containsExactly("2 CHANGED bx");
    assertThat(told("abc", "abxc")).containsExactly("3 ADDED -x");
    assertThat(told("abc", "ac")).containsExactly("2 REMOVED b-");
    assertThat(told("abc", "")).hasSize(3);
    assertThat(told("", "ab")).containsExactly("1 ADDED -a", "2 ADDED -b");
    assertThat(told("abcd", "dabc")).containsExactly("1 ADDED -d", "4 REMOVED d-");
    assertThat(told("abcd", "xycd")).containsExactly("1 CHANGED ax", "2 CHANGED by");
  }

  @Test
  void keepsAsManyStatementsAsPossible() {
    Random random = new Random(20_261_120);
    for (int round = 0; round < 2_000; round++) {
      String ran = letters(random);
      String now = letters(random);
      List<StatementDifference> differences = between(ran, now);
      long gone = differences.stream().filter(each -> each.kind() != Kind.ADDED).count();
      long come = differences.stream().filter(each -> each.kind() != Kind.REMOVED).count();
      String what = ran + " -> " + now;
      int common = longestCommon(ran, now, 0, 0);
      assertThat(ran.length() - gone).as(what).isEqualTo(common);
      assertThat(now.length() - come).as(what).isEqualTo(common);
      assertThat(staysOf(ran, differences)).as(what).isEqualTo(wasIn(now, differences));
    }
  }

  @Test
  void comparesLongMiddlesInBoundedMemory() {
    String ran = "a".repeat(3_000);
    String now = "b".repeat(3_000);
    List<StatementDifference> differences = between("x" + ran + "y", "x" + now + "y");
    assertThat(differences).hasSize(3_000).allMatch(each -> each.kind() == Kind.CHANGED);
    assertThat(differences.get(0).ordinal()).isEqualTo(2);
    assertThat(between("x" + ran, "x" + now + "zz")).hasSize(3_002);
  }

  /** What stays of the old one, sorted. */
  private static String staysOf(String ran, List<StatementDifference> differences) {
    StringBuilder stays = new StringBuilder(ran);
    differences.stream()
        .filter(each -> each.kind() != Kind.ADDED)
        .forEach(each -> stays.deleteCharAt(stays.indexOf(letter(each.recorded()))));
    return sorted(stays.toString());
  }

  /** What was in the new one already, sorted. */
  private static String wasIn(String now, List<StatementDifference> differences) {
    StringBuilder stays = new StringBuilder(now);
    differences.stream()
        .filter(each -> each.kind() != Kind.REMOVED)
        .forEach(each -> stays.setCharAt(each.ordinal() - 1, ' '));
    return sorted(stays.toString().replace(" ", ""));
  }

  private static String sorted(String letters) {
    char[] characters = letters.toCharArray();
    Arrays.sort(characters);
    return new String(characters);
  }

  private static String letters(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(4)));
    }
    return text.toString();
  }

  /** By definition, without any table. */
  private static int longestCommon(String a, String b, int i, int j) {
    if (i == a.length() || j == b.length()) {
      return 0;
    }
    if (a.charAt(i) == b.charAt(j)) {
      return 1 + longestCommon(a, b, i + 1, j + 1);
    }
    return Math.max(longestCommon(a, b, i + 1, j), longestCommon(a, b, i, j + 1));
  }
}
