package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.HeaderParser;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptFile;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.ReadRequest;
import io.liftlock.engine.migrate.ReadRequest.NamedDatabase;
import io.liftlock.engine.migrate.Standing;
import io.liftlock.engine.safety.ExpressionReader;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.policy.LintSettings;
import io.liftlock.engine.safety.policy.Suppressions;
import io.liftlock.runtime.config.MetadataFiles;
import io.liftlock.runtime.lint.GitChanges;
import io.liftlock.runtime.lint.LintFiles;
import io.liftlock.runtime.lint.LintRequest;
import io.liftlock.runtime.lint.LintRequest.Wish;
import io.liftlock.runtime.lint.LintResult;
import io.liftlock.runtime.lint.LintedDatabase;
import io.liftlock.runtime.lint.LintedDatabase.VersionSource;
import io.liftlock.runtime.lint.RuleInfo;
import io.liftlock.runtime.lint.RulePages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks at the scripts of a project for what hurts a database in use. All migrations tell what the
 * schema is, in the order in which they run; findings are of those that are asked for.
 */
public final class Linting {

  /** The oldest major version that is supported: what is safe there is safe on newer ones. */
  static final int OLDEST_POSTGRES = 14;

  /** The only major version of SQLite. */
  static final int SQLITE = 3;

  private final OpenProject open;
  private final LintFiles files;

  Linting(OpenProject open) {
    this.open = open;
    this.files = new LintFiles(open.project().directory());
  }

  /**
   * Lints.
   *
   * @throws UserError with everything that is wrong with files, comments and the configuration; and
   *     GIT_FAILED
   */
  public LintResult lint(LintRequest request) {
    LintSettings settings = open.project().lint().withAdvice(request.wants(Wish.ADVICE));
    Problems problems = new Problems();
    settings.check(problems);
    problems.throwIfErrors();
    if (request.needsDatabase()) {
      open.begin();
    }
    return new Run(request, settings, migrations(request)).run();
  }

  /**
   * Every rule, and how bad its findings are in this project.
   *
   * @param advice whether advice is wanted
   */
  public List<RuleInfo> rules(boolean advice) {
    return RulePages.all(open.project().lint().withAdvice(advice));
  }

  /** The project's migrations; where it has none, those beside the files that are named. */
  private MigrationSet migrations(LintRequest request) {
    boolean any = open.project().migrations().stream().anyMatch(Files::isDirectory);
    if (any || request.files().isEmpty()) {
      return open.migrations();
    }
    Set<Path> folders = new LinkedHashSet<>();
    for (Path file : request.files()) {
      Path absolute = file.toAbsolutePath().normalize();
      Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
      if (folder != null && Files.isDirectory(folder)) {
        folders.add(folder);
      }
    }
    Problems unlikely = new Problems();
    if (!folders.isEmpty()) {
      ReadRequest usual = open.readRequest();
      MigrationSet read =
          new MigrationReader(new MetadataFiles())
              .read(
                  new ReadRequest(
                      List.copyOf(folders),
                      usual.base(),
                      usual.layout(),
                      usual.databases(),
                      usual.assignments()),
                  unlikely);
      if (!unlikely.hasErrors()) {
        return read;
      }
    }
    return new MigrationSet("", MigrationGraph.of(List.of(), new Problems()), List.of(), List.of());
  }

  /** One run of linting. */
  private final class Run {

    private final LintRequest request;
    private final LintSettings settings;
    private final MigrationSet set;
    private final Set<Path> named;
    private final Optional<Set<Path>> changed;
    private final Problems problems = new Problems();
    private final Suppressions suppressions;
    private final List<LintedDatabase> databases = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();

    Run(LintRequest request, LintSettings settings, MigrationSet set) {
      this.request = request;
      this.settings = settings;
      this.set = set;
      this.named = files.expand(request.files());
      this.changed = request.changedSince().map(new GitChanges(open.project().directory())::since);
      this.suppressions = new Suppressions(settings.ignores());
    }

    LintResult run() {
      List<NamedDatabase> all = open.readRequest().databases();
      List<NamedDatabase> targets = all.stream().filter(this::isTarget).toList();
      List<Walk> walks = targets.stream().map(this::walk).toList();
      singles(walks);
      for (Walk walk : walks) {
        for (LintedScript script : walk.scripts) {
          if (script.asked()) {
            suppressions.read(script.script(), problems);
          }
        }
      }
      problems.throwIfErrors();
      walks.forEach(this::lint);
      List<Problem> warnings = new ArrayList<>(set.warnings());
      warnings.addAll(problems.warnings());
      List<Finding> marked = suppressions.mark(findings);
      warnings.addAll(suppressions.uselessInFiles());
      if (request.isWhole()) {
        warnings.addAll(suppressions.uselessInConfiguration());
      }
      return new LintResult(databases, marked, notAnalysed, warnings);
    }

    private boolean isTarget(NamedDatabase database) {
      String selected = open.project().selected();
      return selected == null || selected.equals(database.name());
    }

    /** The scripts of a database, in the order of their history. */
    private Walk walk(NamedDatabase database) {
      List<Migration> migrations = new ArrayList<>();
      set.graph().order().stream().filter(m -> isOf(m, database)).forEach(migrations::add);
      set.graph().repeatables().stream().filter(m -> isOf(m, database)).forEach(migrations::add);
      Predicate<Migration> pending = pending(database);
      Walk walk = new Walk(database);
      for (Migration migration : migrations) {
        // What is applied is told by the database itself, where it is asked.
        if (pending.test(migration)) {
          walk.scripts.add(LintedScript.of(migration, isWanted(migration.up())));
          migration
              .down()
              .filter(down -> isRollbackWanted(migration, down))
              .flatMap(down -> LintedScript.rollbackOf(migration))
              .ifPresent(walk.scripts::add);
        }
      }
      return walk;
    }

    /** A rollback whose file is named is meant, whatever else is wanted. */
    private boolean isRollbackWanted(Migration migration, Script down) {
      return request.wants(Wish.ROLLBACKS)
          ? isWanted(down)
          : isNamed(files.path(down.file())) && !down.file().equals(migration.file());
    }

    private static boolean isOf(Migration migration, NamedDatabase database) {
      return migration.database().equals(database.name());
    }

    private Predicate<Migration> pending(NamedDatabase database) {
      if (!request.wants(Wish.PENDING)) {
        return migration -> true;
      }
      Set<Migration> pending =
          new HashSet<>(
              Standing.of(
                      database.name(), set.graph(), open.database(database.name()).history().read())
                  .pending());
      return pending::contains;
    }

    private boolean isWanted(Script script) {
      Path path = files.path(script.file());
      return (request.files().isEmpty() || named.contains(path))
          && changed.map(paths -> paths.contains(path)).orElse(true);
    }

    /** Files that are named and belong to no migration, each behind all migrations. */
    private void singles(List<Walk> walks) {
      Set<Path> known = new HashSet<>();
      for (Migration migration : everything()) {
        known.add(files.path(migration.file()));
        known.add(files.path(migration.up().file()));
        migration.down().ifPresent(script -> known.add(files.path(script.file())));
        migration.verify().ifPresent(script -> known.add(files.path(script.file())));
      }
      for (Path file : named) {
        boolean meant =
            !known.contains(file)
                && changed.map(paths -> paths.contains(file)).orElse(true)
                && !(isInMigrations(file) && !isNamed(file));
        if (meant) {
          single(file, walks);
        }
      }
    }

    private List<Migration> everything() {
      List<Migration> all = new ArrayList<>(set.graph().order());
      all.addAll(set.graph().repeatables());
      return all;
    }

    /** Variants for other databases, callbacks and the like stand there, and are not meant. */
    private boolean isInMigrations(Path file) {
      return open.project().migrations().stream().anyMatch(file::startsWith);
    }

    private boolean isNamed(Path file) {
      return request.files().stream()
          .anyMatch(each -> each.toAbsolutePath().normalize().equals(file));
    }

    private void single(Path file, List<Walk> walks) {
      // Which dialect its header is read by does not matter: comments are the same in both.
      Header header = header(files.read(file, Dialect.POSTGRES, new Problems()));
      List<Walk> fitting =
          walks.stream()
              .filter(
                  walk ->
                      header.database() == null
                          || walk.database.name().equals(header.database())
                          || isCalled(walk.database.dialect(), header.database()))
              .toList();
      if (fitting.size() != 1) {
        problems.add(
            Problem.error(
                    ErrorCode.DATABASE_UNASSIGNED,
                    "this file belongs to no migration, and it is not clear which database it is"
                        + " for")
                .at(Place.of(files.shown(file)))
                .action(
                    "choose one with --database: "
                        + String.join(
                            ", ", walks.stream().map(walk -> walk.database.name()).toList())));
        return;
      }
      Walk walk = fitting.get(0);
      ScriptFile read = files.read(file, walk.database.dialect(), problems);
      walk.scripts.add(LintedScript.alone(read.up(), header.transactional()));
    }

    /** Also {@code PostgreSQL}. */
    private static boolean isCalled(Dialect dialect, String word) {
      return word.toLowerCase(Locale.ROOT).startsWith(dialect.word());
    }

    private static Header header(ScriptFile file) {
      int first =
          file.up().isEmpty() ? Integer.MAX_VALUE : file.up().iterator().next().span().line();
      return HeaderParser.parse(file.file(), "", file.comments(), first, new Problems()).header();
    }

    private void lint(Walk walk) {
      List<LintedScript> asked = walk.scripts.stream().filter(LintedScript::asked).toList();
      if (asked.isEmpty()) {
        return;
      }
      // What runs behind the last script that is asked for says nothing about it.
      int last = walk.scripts.lastIndexOf(asked.get(asked.size() - 1));
      NamedDatabase database = walk.database;
      LintedDatabase linted = linted(database, asked);
      databases.add(linted);
      List<LintedScript> walked = walk.scripts.subList(0, last + 1);
      SqlParser parser =
          ReadAhead.of(
              () -> Connections.parser(database.dialect()),
              walked.stream().map(LintedScript::script).toList());
      LintReport report =
          new Linter(parser, settings.asked(), linted.serverVersion(), facts(database))
              .lint(walked, start(database, parser));
      findings.addAll(report.findings());
      notAnalysed.addAll(report.notAnalysed());
    }

    /** Nothing, or what the database has where its migrations are left out. */
    private Outline start(NamedDatabase database, SqlParser parser) {
      return request.wants(Wish.PENDING)
          ? Outline.of(
              open.database(database.name()).inspector().inspect(),
              new ExpressionReader(parser, database.dialect()))
          : Outline.empty(database.dialect());
    }

    private LintedDatabase linted(NamedDatabase database, List<LintedScript> asked) {
      Map.Entry<Integer, VersionSource> version = version(database);
      return new LintedDatabase(
          database.name(),
          database.dialect(),
          version.getKey(),
          version.getValue(),
          (int) asked.stream().map(script -> script.script().file()).distinct().count(),
          asked.stream().mapToInt(script -> script.script().size()).sum());
    }

    private Map.Entry<Integer, VersionSource> version(NamedDatabase database) {
      if (database.dialect() == Dialect.SQLITE) {
        return Map.entry(SQLITE, VersionSource.SAID);
      }
      Optional<Integer> said = request.serverVersion();
      if (said.isEmpty() && request.needsDatabase()) {
        return Map.entry(open.database(database.name()).server().major(), VersionSource.DATABASE);
      }
      return said.or(settings::serverVersion)
          .map(major -> Map.entry(major, VersionSource.SAID))
          .orElse(Map.entry(OLDEST_POSTGRES, VersionSource.OLDEST));
    }

    private Facts facts(NamedDatabase database) {
      if (!request.wants(Wish.LIVE)) {
        return Facts.unknown();
      }
      Database live = open.database(database.name());
      return live.facts().read();
    }
  }

  /** The scripts of one database. */
  private static final class Walk {

    private final NamedDatabase database;
    private final List<LintedScript> scripts = new ArrayList<>();

    Walk(NamedDatabase database) {
      this.database = database;
    }
  }
}
