package io.liftlock.cli;

import io.liftlock.core.report.Finding;
import io.liftlock.core.report.FixProof;
import io.liftlock.runtime.fix.FixedMigration;
import java.util.List;

/** Shows safe forms to people: as differences, with what they mend and what was proven. */
final class FixText {

  private final Terminal terminal;

  FixText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(List<FixedMigration> all, boolean wrote) {
    if (all.isEmpty()) {
      terminal.say("nothing to fix: every migration is applied");
      return;
    }
    for (FixedMigration each : all) {
      print(each, wrote);
    }
    long changed = all.stream().filter(FixedMigration::isChanged).count();
    long left = all.stream().mapToLong(each -> each.left().size()).sum();
    terminal.say(
        "%s of %s %s; %s left to decide"
            .formatted(
                changed,
                counted(all.size(), "migration"),
                wrote ? "rewritten" : "can be rewritten",
                counted(left, "finding")));
    if (changed > 0 && !wrote) {
      terminal.note("write it:  liftlock fix --write   or   liftlock fix --split");
    }
  }

  private void print(FixedMigration each, boolean wrote) {
    if (each.isChanged()) {
      terminal.say(terminal.paint(Style.BOLD, each.migration().file()));
      for (LineDiff.Line line : LineDiff.between(each.before(), each.after())) {
        Style style =
            line.sign() == '+' ? Style.GREEN : line.sign() == '-' ? Style.RED : Style.PLAIN;
        terminal.say(terminal.paint(style, line.sign() + " " + line.text()).stripTrailing());
      }
      for (String part : each.parts()) {
        terminal.say(terminal.paint(Style.BOLD, "and a new migration behind it:"));
        part.lines().forEach(line -> terminal.say(terminal.paint(Style.GREEN, "+ " + line)));
      }
      terminal.say("");
      each.fixed().forEach(finding -> line(Style.GREEN, "fixed", finding));
    }
    each.left().forEach(finding -> left(finding));
    each.refused().ifPresent(why -> label("left as it is", each.migration().file() + ": " + why));
    each.proof().ifPresent(proof -> label("proof", said(proof)));
    if (wrote) {
      each.written().forEach(file -> label("wrote", file));
    }
    if (each.isChanged() || !each.left().isEmpty()) {
      terminal.say("");
    }
  }

  private void line(Style style, String word, Finding finding) {
    terminal.say(
        terminal.paint(style, word + "  ")
            + finding.message()
            + "  "
            + terminal.paint(Style.DIM, "[" + finding.rule() + "]"));
  }

  private void left(Finding finding) {
    line(Style.YELLOW, "left ", finding);
    label("at", finding.place().toString());
    finding
        .fix()
        .ifPresent(fix -> fix.sql().lines().forEach(sql -> terminal.say("         " + sql)));
  }

  private void label(String word, String text) {
    terminal.say("  " + terminal.paint(Style.DIM, word) + "  " + text);
  }

  private static String said(FixProof proof) {
    if (!proof.isEqual()) {
      return "does not hold: " + why(proof);
    }
    if (proof.tables() == 0) {
      return "same schema; no table held rows, so nothing is known of what happens to them";
    }
    String rows =
        "same schema, same rows in " + counted(proof.tables(), "table") + " that held any";
    return proof.undetermined().isEmpty()
        ? rows
        : rows
            + "; not compared, since the server makes them up: "
            + String.join(", ", proof.undetermined());
  }

  /** Why a proof does not hold, in one line. */
  static String why(FixProof proof) {
    if (proof.failure().isPresent()) {
      return proof.failure().get().message();
    }
    if (!proof.schema().isEmpty()) {
      return "the schemas differ in "
          + proof.schema().get(0).object()
          + (proof.schema().size() > 1 ? " and " + (proof.schema().size() - 1) + " more" : "");
    }
    return "the rows differ in " + String.join(", ", proof.rows());
  }

  private static String counted(long count, String thing) {
    return Amounts.count(count) + " " + thing + (count == 1 ? "" : "s");
  }
}
