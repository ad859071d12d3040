package io.liftlock.engine.safety.fix;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.SafeStep.Where;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.outline.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a migration in its safe form: takes the safe way of each finding, looks at what came of
 * it, and goes on until nothing is left that can be rewritten. What needs two versions of the
 * application, or a decision, is left to people.
 */
public final class Fixer {

  /** Each round takes one rule's way for a statement; no hazard is nested deeper. */
  private static final int ROUNDS = 12;

  /** Decides what is to be mended. */
  @FunctionalInterface
  public interface Wanted {

    /**
     * Whether a rule's findings are to be mended.
     *
     * @param origin the 1-based statement of the original; 0 for the migration as a whole
     */
    boolean is(String rule, int origin);
  }

  private final SqlParser parser;
  private final Linter linter;
  private final Wanted wanted;

  /**
   * @param parser reads statements
   * @param linter finds what is not safe
   * @param wanted what is to be mended
   */
  public Fixer(SqlParser parser, Linter linter, Wanted wanted) {
    this.parser = parser;
    this.linter = linter;
    this.wanted = wanted;
  }

  /**
   * The safe form of a script.
   *
   * @param before the schema before its first statement
   * @return empty where its transactions are controlled in a way that no other form keeps
   */
  public Optional<Rewriting> fix(LintedScript original, Outline before) {
    return PieceCutter.cut(original.script(), original.transactional())
        .map(pieces -> new Rounds(original, before).go(pieces));
  }

  /** One script on its way. */
  private final class Rounds {

    private final LintedScript original;
    private final Outline before;
    private final List<Finding> fixed = new ArrayList<>();

    Rounds(LintedScript original, Outline before) {
      this.original = original;
      this.before = before;
    }

    Rewriting go(List<SafePiece> first) {
      List<SafePiece> pieces = first;
      List<Finding> left = List.of();
      for (int round = 0; round < ROUNDS; round++) {
        Assembly assembly = Assembly.of(new Rewriting(pieces, List.of(), List.of()));
        List<Finding> findings = findings(assembly);
        List<SafePiece> now = pieces;
        left =
            findings.stream()
                .filter(finding -> wanted.is(finding.rule(), origin(finding, assembly, now)))
                .toList();
        Map<Integer, List<Finding>> ways = ways(findings, assembly, pieces);
        if (ways.isEmpty()) {
          break;
        }
        pieces = next(pieces, ways);
      }
      return new Rewriting(pieces, fixed, left);
    }

    private List<Finding> findings(Assembly assembly) {
      LintedScript linted;
      if (assembly.owners().size() == original.script().size() && fixed.isEmpty()) {
        linted = original;
      } else {
        linted = original.with(script(assembly.sql()), assembly.together());
      }
      return linter.lint(List.of(linted), before).findings();
    }

    /** The statement of the original that a finding is about; 0 for none of them. */
    private static int origin(Finding finding, Assembly assembly, List<SafePiece> pieces) {
      int piece = finding.ordinal() == 0 ? -1 : assembly.owners().get(finding.ordinal() - 1);
      return piece < 0 ? 0 : pieces.get(piece).origin();
    }

    /** For each piece the findings that a safe way is known of and was not taken before. */
    private Map<Integer, List<Finding>> ways(
        List<Finding> findings, Assembly assembly, List<SafePiece> pieces) {
      Map<Integer, List<Finding>> ways = new TreeMap<>();
      for (Finding finding : findings) {
        boolean mends = finding.fix().filter(Fixer::isRewrite).isPresent() && finding.ordinal() > 0;
        int piece = mends ? assembly.owners().get(finding.ordinal() - 1) : -1;
        if (piece >= 0
            && wanted.is(finding.rule(), pieces.get(piece).origin())
            && !pieces.get(piece).applied().contains(finding.rule())) {
          ways.computeIfAbsent(piece, key -> new ArrayList<>()).add(finding);
        }
      }
      return ways;
    }

    private List<SafePiece> next(List<SafePiece> pieces, Map<Integer, List<Finding>> ways) {
      List<SafePiece> next = new ArrayList<>();
      boolean cut = false;
      for (int i = 0; i < pieces.size(); i++) {
        SafePiece piece = pieces.get(i);
        List<Finding> found = ways.get(i);
        // Locks that a safe way has taken must not be kept for what follows.
        SafePiece here = cut && piece.joins() ? piece.run(Where.OWN_TRANSACTION) : piece;
        cut = false;
        if (found == null) {
          next.add(here);
          continue;
        }
        Optional<List<String>> actions =
            AlterCutter.cut(
                here.sql(),
                parser
                    .read(statement(here.sql()))
                    .command()
                    .orElseThrow(() -> new IllegalStateException("found, yet not understood")));
        if (actions.isPresent()) {
          next.addAll(separate(here, actions.get()));
        } else {
          Finding worst = found.stream().max(Comparator.comparing(Finding::severity)).orElseThrow();
          fixed.add(worst);
          next.addAll(taken(here, worst));
          cut = true;
        }
      }
      return next;
    }

    private List<SafePiece> separate(SafePiece piece, List<String> actions) {
      List<SafePiece> parts = new ArrayList<>();
      for (String action : actions) {
        Where where = parts.isEmpty() ? piece.where() : Where.SAME_TRANSACTION;
        parts.add(new SafePiece(action, where, piece.why(), piece.origin(), piece.applied()));
      }
      return parts;
    }

    private List<SafePiece> taken(SafePiece piece, Finding finding) {
      Set<String> applied = new HashSet<>(piece.applied());
      applied.add(finding.rule());
      List<SafePiece> taken = new ArrayList<>();
      for (SafeStep step : finding.fix().orElseThrow().steps()) {
        Where where = step.where();
        String why = step.why();
        for (Statement statement : script(step.sql())) {
          taken.add(new SafePiece(statement.text(), where, why, piece.origin(), applied));
          // The statements of one step share its transaction, and its explanation.
          where = where == Where.OWN_TRANSACTION ? Where.SAME_TRANSACTION : where;
          why = "";
        }
      }
      return taken;
    }

    private Script script(String sql) {
      return new ScriptReader().read(original.script().file(), sql, dialect());
    }

    private Statement statement(String sql) {
      return script(sql).iterator().next();
    }

    private Dialect dialect() {
      return original.script().dialect();
    }
  }

  /** A way that ends in a later release is for people, whatever it says. */
  private static boolean isRewrite(Fix fix) {
    return fix.kind() == Fix.Kind.REWRITE
        && fix.steps().stream().noneMatch(step -> step.where() == Where.LATER_RELEASE);
  }
}
