package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.transfer.Copier;
import io.liftlock.engine.transfer.CopyMapping;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.CopyPlanner;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.transfer.CopyPace;
import io.liftlock.runtime.transfer.CopyPreview;
import io.liftlock.runtime.transfer.CopyQuestions;
import io.liftlock.runtime.transfer.CopyRequest;
import io.liftlock.runtime.transfer.CopyResult;
import io.liftlock.runtime.transfer.RowsRequest;
import io.liftlock.runtime.transfer.RowsResult;
import io.liftlock.runtime.transfer.TransferMapping;
import java.nio.file.Path;
import java.util.List;

/** Copies databases, and compares the rows of two. */
public final class Transfers {

  private final OpenProject open;
  private final Path base;

  /**
   * @param base the folder that files in URLs are found from
   */
  Transfers(OpenProject open, Path base) {
    this.open = open;
    this.base = base.toAbsolutePath().normalize();
  }

  /** Where a database is that a person names, without a password. */
  public String shown(String database) {
    return TwoDatabases.source(open, database, base, "target").url().toString();
  }

  /** What a copy would do now; changes nothing. */
  public CopyPreview preview(CopyRequest request) {
    TransferMapping mapping = request.mapping().whole();
    try (TwoDatabases both = open(request.from(), request.to(), "target")) {
      Database source = both.first();
      Database target = both.second();
      CopyPlan plan = CopyPlanner.plan(schema(source), schema(target), mapping(mapping));
      return new CopyPreview(
          both.firstEnd(),
          both.secondEnd(),
          plan,
          facts(source, plan),
          List.of(),
          source.rowSource().size(),
          target.rowTarget().size());
    }
  }

  private static List<TableFacts> facts(Database source, CopyPlan plan) {
    try (ReadPoint point = source.rowSource().open(1);
        TableReader reader = point.reader()) {
      return reader.facts(plan.tables().stream().map(TablePair::source).toList());
    }
  }

  /**
   * Copies, and goes on with a copy that was interrupted.
   *
   * @param questions asked before a row moves
   * @throws io.liftlock.core.error.LiftlockException before anything is changed where it may not
   *     be; with COPY_STOPPED where it is partly done and the same request goes on with it
   */
  public CopyResult copy(CopyRequest request, CopyQuestions questions) {
    DatabaseSource from = TwoDatabases.source(open, request.from(), base, "source");
    DatabaseSource to = TwoDatabases.source(open, request.to(), base, "target");
    HomeMigrations migrations = HomeMigrations.of(open, from, to, request.home());
    TwoDatabases.requireFile(from);
    try (TwoDatabases both = TwoDatabases.open(open, from, to.named(migrations.database()))) {
      CopyOptions options = CopyWishes.options(request, expiry(request, both, questions));
      try {
        return new NewHomes(open, both, migrations, request).move(options);
      } catch (StateError e) {
        if (e.code() != ErrorCode.CONSISTENCY_WEAK
            || options.acceptWeaker()
            || !questions.acceptsWeaker(e.problems().get(0))) {
          throw e;
        }
        return new NewHomes(open, both, migrations, request).move(options.withAcceptWeaker(true));
      }
    }
  }

  private CopyPace expiry(CopyRequest request, TwoDatabases both, CopyQuestions questions) {
    CopyPace pace = request.pace();
    boolean tiny =
        switch (pace.profile()) {
          case TINY -> true;
          case NORMAL -> false;
          case AUTO -> both.first().rowSource().size().tiny();
        };
    return pace.sourceExpires() == null && tiny
        ? questions.sourceExpires().map(pace::expiring).orElse(pace)
        : pace;
  }

  /**
   * Gives up a copy that was interrupted: deletes what it copied and brings back what it took away.
   *
   * @return whether there was one
   */
  public boolean abandon(String from, String to) {
    try (TwoDatabases both = open(from, to, "target")) {
      return new Copier(
              both.first(), both.second(), open.timing(), open.listener(), CopyOptions.DEFAULT)
          .abandon();
    }
  }

  private TwoDatabases open(String first, String second, String role) {
    DatabaseSource one = TwoDatabases.source(open, first, base, "source");
    DatabaseSource other = TwoDatabases.source(open, second, base, role);
    TwoDatabases.requireFile(one);
    return TwoDatabases.open(open, one, other);
  }

  private Schema schema(Database database) {
    return open.project().schemas().withoutIgnored(database.inspector().inspect());
  }

  /** Reads what a person wrote. */
  static CopyMapping mapping(TransferMapping whole) {
    return CopyMapping.parse(whole.renames(), whole.drops(), whole.only(), whole.skip());
  }

  /**
   * Compares two databases. What cannot be compared is told, and never equal.
   *
   * @throws io.liftlock.core.error.LiftlockException where nothing could be compared
   */
  public RowsResult compare(RowsRequest request) {
    DatabaseSource a = TwoDatabases.source(open, request.a(), base, "A");
    DatabaseSource b = TwoDatabases.source(open, request.b(), base, "B");
    TwoDatabases.requireFile(a);
    TwoDatabases.requireFile(b);
    try (TwoDatabases both = TwoDatabases.open(open, a, b)) {
      return new DatabaseComparer(open, request).compare(both);
    }
  }
}
