package io.liftlock.runtime;

import io.liftlock.core.database.Facts;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Finding;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.migrate.Standing;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.fix.Fixer;
import io.liftlock.engine.safety.fix.Rewriting;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.policy.LintSettings;
import io.liftlock.engine.safety.policy.RuleIds;
import io.liftlock.engine.safety.policy.Suppressions;
import io.liftlock.engine.safety.rules.AllRules;
import io.liftlock.runtime.fix.FixRequest;
import io.liftlock.runtime.fix.FixedMigration;
import io.liftlock.runtime.lint.LintFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes migrations in their safe form; proven, and before any database has run them. */
public final class Fixes {

  private final OpenProject open;
  private final LintFiles files;
  private final List<Migration> order;

  Fixes(OpenProject open) {
    this.open = open;
    this.files = new LintFiles(open.project().directory());
    this.order = new ArrayList<>(open.migrations().graph().order());
    this.order.addAll(open.migrations().graph().repeatables());
  }

  /**
   * Finds the safe form of migrations, proves it where that is asked for, and writes it where that
   * is asked for. Nothing is written where any proof does not hold.
   *
   * @throws UserError FILE_UNREADABLE, RULE_UNKNOWN; MIGRATION_UNKNOWN for a file that is none
   * @throws io.liftlock.core.error.StateError MIGRATION_APPLIED where files would be written of
   *     what has run already; PROOF_FAILED; MIGRATION_NOT_LAST where new files would come behind
   *     later migrations
   */
  public List<FixedMigration> fix(FixRequest request) {
    Problems problems = new Problems();
    for (String rule : request.rules()) {
      if (AllRules.find(rule).isEmpty()) {
        problems.add(RuleIds.all().unknown(rule, null));
      }
    }
    LintSettings settings = open.project().lint();
    settings.check(problems);
    problems.throwIfErrors();
    List<Migration> wanted = request.files().isEmpty() ? pending() : named(request);
    boolean writes = request.writing() != FixRequest.Writing.SHOW;
    SafeFiles safeFiles = new SafeFiles(open, order);
    if (writes) {
      wanted.forEach(migration -> safeFiles.refuseApplied(migration, problems));
      problems.throwIfErrors();
    }
    List<FixedMigration> fixed = safeForms(request, wanted);
    return writes ? safeFiles.write(fixed, request.writing()) : fixed;
  }

  /** One walk through history, so that each migration is read once however many are fixed. */
  private List<FixedMigration> safeForms(FixRequest request, List<Migration> wanted) {
    Set<Migration> left = new HashSet<>(wanted);
    Map<String, Outline> reached = new HashMap<>();
    List<FixedMigration> fixed = new ArrayList<>();
    for (Migration migration : order) {
      if (left.isEmpty()) {
        break;
      }
      Dialect dialect = migration.up().dialect();
      SqlParser parser = Connections.parser(dialect);
      Linter linter =
          new Linter(
              parser, open.project().lint().asked(), major(migration, dialect), Facts.unknown());
      Outline before = reached.getOrDefault(migration.database(), Outline.empty(dialect));
      if (left.remove(migration)) {
        fixed.add(
            new OneFix(open, earlier(migration), request)
                .of(migration, safe(request, parser, linter, migration, before)));
      }
      reached.put(
          migration.database(), linter.follow(List.of(LintedScript.of(migration, false)), before));
    }
    return fixed;
  }

  private List<Migration> pending() {
    if (open.project().targets().isEmpty()) {
      return order;
    }
    Set<Migration> pending = new HashSet<>();
    open.databases()
        .forEach(
            (name, database) ->
                pending.addAll(
                    Standing.of(name, open.migrations().graph(), database.history().read())
                        .pending()));
    return order.stream().filter(pending::contains).toList();
  }

  private List<Migration> named(FixRequest request) {
    Set<Path> named = files.expand(request.files());
    List<Migration> wanted =
        order.stream().filter(migration -> named.contains(files.path(migration.file()))).toList();
    Set<Path> found = new HashSet<>();
    for (Migration migration : order) {
      found.add(files.path(migration.file()));
      migration.down().ifPresent(down -> found.add(files.path(down.file())));
      migration.verify().ifPresent(verify -> found.add(files.path(verify.file())));
    }
    Problems problems = new Problems();
    for (Path path : named) {
      if (!found.contains(path)) {
        problems.add(
            Problem.error(ErrorCode.MIGRATION_UNKNOWN, "this file is no migration of the project")
                .at(Place.of(files.shown(path)))
                .action("lint looks at any file; fix writes migrations only"));
      }
    }
    problems.throwIfErrors();
    return wanted;
  }

  private List<Migration> earlier(Migration migration) {
    return order.subList(0, order.indexOf(migration)).stream()
        .filter(each -> each.database().equals(migration.database()))
        .toList();
  }

  private Optional<Rewriting> safe(
      FixRequest request, SqlParser parser, Linter linter, Migration migration, Outline before) {
    LintedScript original = LintedScript.of(migration, true);
    Set<String> livedWith = livedWith(linter, original, before);
    Fixer.Wanted wanted =
        (rule, origin) ->
            (request.rules().isEmpty() || request.rules().contains(rule))
                && !livedWith.contains(rule + " " + origin);
    return new Fixer(parser, linter, wanted).fix(original, before);
  }

  /** What somebody decided to live with, by rule and statement of the original. */
  private Set<String> livedWith(Linter linter, LintedScript original, Outline before) {
    Suppressions suppressions = new Suppressions(open.project().lint().ignores());
    Problems problems = new Problems();
    suppressions.read(original.script(), problems);
    problems.throwIfErrors();
    Set<String> livedWith = new HashSet<>();
    for (Finding finding : suppressions.mark(linter.lint(List.of(original), before).findings())) {
      if (finding.suppressed().isPresent()) {
        livedWith.add(finding.rule() + " " + finding.ordinal());
      }
    }
    return livedWith;
  }

  /** What the database is, where it was asked anyway; else what is configured, else the oldest. */
  private int major(Migration migration, Dialect dialect) {
    if (dialect == Dialect.SQLITE) {
      return Linting.SQLITE;
    }
    return open.isOpen()
        ? open.database(migration.database()).server().major()
        : open.project().lint().serverVersion().orElse(Linting.OLDEST_POSTGRES);
  }
}
