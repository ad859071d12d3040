package io.liftlock.engine.deploy;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.engine.migrate.Migrator;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.Copier;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import io.liftlock.engine.transfer.translate.Translation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a database to a new home: makes the target's schema, copies the rows, has both compared,
 * and only then migrates on. Whatever interrupts it, moving again goes on from there: what is done
 * is told by the target's own history and ledger.
 */
public final class NewHome {

  private final NewHomeRequest request;
  private final Timing timing;
  private final Listener listener;
  private final Censuses censuses;

  /**
   * @param request which database goes where
   * @param timing time and chance
   * @param listener is told what happens
   */
  public NewHome(NewHomeRequest request, Timing timing, Listener listener) {
    this.request = request;
    this.timing = timing;
    this.listener = listener;
    this.censuses = new Censuses(request.source());
  }

  /**
   * Moves.
   *
   * @throws io.liftlock.core.error.LiftlockException where nothing may be changed; with
   *     COPY_STOPPED where rows are partly copied and the next call continues
   */
  public NewHomeResult move() {
    refuseWhatCannotBe();
    Schema source = shown(request.source().inspector().inspect());
    Schema target = shown(request.target().inspector().inspect());
    CopyLedger ledger = request.target().rowTarget().ledger();
    boolean begun = ledger.unfinished().isPresent();
    if (!begun && request.thenMigrate()) {
      Optional<CopyReport> earlier =
          new EarlierCopy(request, timing, listener).report(source, target);
      if (earlier.isPresent()) {
        return result(MadeSchema.AS_IS, earlier, Optional.of(migrateOn()));
      }
    }
    // A copy that has begun found a schema that it could go into.
    Instant start = timing.now();
    MadeSchema made = begun ? MadeSchema.AS_IS : make(source, target);
    CopyReport.Phase making = new CopyReport.Phase("schema", millisSince(start));
    if (!made.isComplete()) {
      return result(made, Optional.empty(), Optional.empty());
    }
    Schema home = shown(request.target().inspector().inspect());
    CopyPlan plan = CopyPlanner.plan(source, home, new NamesAcross(request).mapping(source, home));
    if (!begun && request.rejects().isEmpty()) {
      new Misfits(request.source(), home, censuses).refuse(plan);
    }
    CopyReport copied = copier().copy(plan);
    CopyReport report = made.equals(MadeSchema.AS_IS) ? copied : copied.after(making);
    return result(
        made,
        Optional.of(report),
        request.thenMigrate() ? Optional.of(after(report)) : Optional.empty());
  }

  /**
   * What moving would do now; changes nothing. What a target looks like that migrations have still
   * to make, is taken to be what the source looks like: they bring it to the source's version.
   *
   * @throws io.liftlock.core.error.LiftlockException for what moving would be refused for, as far
   *     as that shows without changing anything
   */
  public NewHomePlan plan() {
    refuseWhatCannotBe();
    Schema source = shown(request.source().inspector().inspect());
    Schema target = shown(request.target().inspector().inspect());
    boolean there = request.schema() == SchemaFrom.AS_IS || !target.tables().isEmpty();
    if (there) {
      return planned(source, target, MadeSchema.AS_IS);
    }
    if (request.schema() == SchemaFrom.SOURCE && source.dialect() != target.dialect()) {
      Translation translation =
          new SchemaFromSource(request, this::shown, censuses, timing, listener)
              .translation(source, target);
      return planned(
          source,
          translation.schema(),
          new MadeSchema(
              Optional.empty(), translation.choices(), translation.leftOut(), List.of()));
    }
    if (request.schema() == SchemaFrom.MIGRATIONS && request.migrations().isEmpty()) {
      throw noMigrations();
    }
    if (source.dialect() != target.dialect()) {
      throw new UserError(
          Problem.error(
                  ErrorCode.USAGE,
                  "what the migrations make of the target is not known before they have run there")
              .action("run them first:  liftlock migrate --url URL  and then ask again"));
    }
    return planned(source, source, MadeSchema.AS_IS);
  }

  private NewHomePlan planned(Schema source, Schema home, MadeSchema made) {
    CopyPlan plan = CopyPlanner.plan(source, home, new NamesAcross(request).mapping(source, home));
    return new NewHomePlan(plan, made.choices(), made.leftOut());
  }

  private void refuseWhatCannotBe() {
    if (request.thenMigrate() && !request.copy().verify()) {
      throw new UserError(
          Problem.error(
                  ErrorCode.USAGE,
                  "migrations run on a copy only once it was compared, and --no-verify leaves that"
                      + " out")
              .action("leave out one of --then migrate and --no-verify"));
    }
    if (request.thenMigrate() && request.migrations().isEmpty()) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "there are no migrations that could follow the copy")
              .action("say where they are: --migrations DIR"));
    }
  }

  private Schema shown(Schema schema) {
    return schema.without(
        id -> request.ignored().stream().anyMatch(ignored -> ignored.matches(id)));
  }

  private MadeSchema make(Schema source, Schema target) {
    if (request.schema() == SchemaFrom.AS_IS) {
      return MadeSchema.AS_IS;
    }
    String name = request.target().name();
    Instant start = timing.now();
    listener.on(new TransferEvent.PhaseStarted(name, "schema", 0));
    MadeSchema made =
        request.schema() == SchemaFrom.SOURCE
            ? new SchemaFromSource(request, this::shown, censuses, timing, listener).make(source)
            : migrated(target);
    listener.on(new TransferEvent.PhaseFinished(name, "schema", millisSince(start)));
    return made;
  }

  private long millisSince(Instant start) {
    return Duration.between(start, timing.now()).toMillis();
  }

  private MadeSchema migrated(Schema target) {
    Optional<MigrationSet> set = request.migrations();
    if (set.isPresent()) {
      return new SchemaFromMigrations(request, set.get(), timing, listener).make(target);
    }
    if (target.tables().isEmpty()) {
      throw noMigrations();
    }
    return MadeSchema.AS_IS;
  }

  private static UserError noMigrations() {
    return new UserError(
        Problem.error(
                ErrorCode.USAGE, "the target is empty, and there are no migrations to fill it by")
            .action(
                "say where the migrations are: --migrations DIR, or make what the source looks"
                    + " like: --schema-from source"));
  }

  private Copier copier() {
    // Rows that migrations have put there are in the source, too, as they are by now.
    CopyOptions options =
        SchemaFromMigrations.isPrepared(request.target())
            ? request.copy().withExisting(CopyOptions.IntoExisting.REPLACE)
            : request.copy();
    Copier copier = new Copier(request.source(), request.target(), timing, listener, options);
    return request.rejects().map(copier::rejecting).orElse(copier);
  }

  private Outcome after(CopyReport report) {
    boolean equal = report.verified().filter(RowComparison::isEqual).isPresent();
    return equal
        ? migrateOn()
        : new Outcome.Refused(
            List.of(
                Problem.error(
                        ErrorCode.ROWS_DIFFER,
                        "the target is not migrated on, since it was not shown to be equal to its"
                            + " source")
                    .action("find out why both differ; then run the same command again")));
  }

  private Outcome migrateOn() {
    return new Migrator(
            Map.of(request.target().name(), request.target()),
            request.migrations().orElseThrow(),
            request.run(),
            timing,
            listener)
        .migrate(Direction.UP, new Target.Everything(), Optional.empty());
  }

  private static NewHomeResult result(
      MadeSchema made, Optional<CopyReport> copied, Optional<Outcome> after) {
    List<Problem> notices = new ArrayList<>(made.notices());
    return new NewHomeResult(
        made.migrated(), made.choices(), made.leftOut(), copied, after, notices);
  }
}
