package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.StateError;
import io.liftlock.engine.transfer.Copier;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.pairing.CopyMapping;
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

  /** Where a database is that a person names, and what named it; without a password. */
  public String shown(String database) {
    DatabaseSource source = TwoDatabases.source(open, database, base);
    String url = source.url().toString().replace(open.project().directory() + "/", "");
    return open.project().databases().contains(source)
        ? "%s: %s (%s)".formatted(source.name(), url, source.origin())
        : url;
  }

  /** What a copy would do now; changes nothing. */
  public CopyPreview preview(CopyRequest request) {
    try (Ends ends = ends(request)) {
      return ends.home(request).preview(CopyWishes.options(request, request.pace()));
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
    try (Ends ends = ends(request)) {
      CopyOptions options = CopyWishes.options(request, expiry(request, ends.both(), questions));
      try {
        return ends.home(request).move(options);
      } catch (StateError e) {
        if (e.code() != ErrorCode.CONSISTENCY_WEAK
            || options.acceptWeaker()
            || !questions.acceptsWeaker(e.problems().get(0))) {
          throw e;
        }
        return ends.home(request).move(options.withAcceptWeaker(true));
      }
    }
  }

  /** Both databases of a copy, open, the target under the name that its migrations are for. */
  private Ends ends(CopyRequest request) {
    DatabaseSource from = TwoDatabases.source(open, request.from(), base);
    DatabaseSource to = TwoDatabases.source(open, request.to(), base);
    HomeMigrations migrations = HomeMigrations.of(open, from, to, request.home());
    TwoDatabases.requireFile(from);
    return new Ends(TwoDatabases.open(open, from, to.named(migrations.database())), migrations);
  }

  private final class Ends implements AutoCloseable {

    private final TwoDatabases both;
    private final HomeMigrations migrations;

    Ends(TwoDatabases both, HomeMigrations migrations) {
      this.both = both;
      this.migrations = migrations;
    }

    TwoDatabases both() {
      return both;
    }

    NewHomes home(CopyRequest request) {
      return new NewHomes(open, both, migrations, request);
    }

    @Override
    public void close() {
      both.close();
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
  public boolean abandon(String to) {
    DatabaseSource source = TwoDatabases.source(open, to, base);
    TwoDatabases.requireFile(source);
    try (Connections connections =
        Connections.begin(
                List.of(source),
                open.project().directory(),
                open.project().history(),
                open.runner())
            .join()) {
      Database target = connections.databases().values().iterator().next();
      // The source has no part in it, and may be gone.
      return new Copier(target, target, open.timing(), open.listener(), CopyOptions.DEFAULT)
          .abandon();
    }
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
    DatabaseSource a = TwoDatabases.source(open, request.a(), base);
    DatabaseSource b = TwoDatabases.source(open, request.b(), base);
    TwoDatabases.requireFile(a);
    TwoDatabases.requireFile(b);
    try (TwoDatabases both = TwoDatabases.open(open, a, b)) {
      return new DatabaseComparer(open, request).compare(both);
    }
  }
}
