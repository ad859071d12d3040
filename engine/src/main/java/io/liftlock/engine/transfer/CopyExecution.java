package io.liftlock.engine.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowSource;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.Chunk;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Rate;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.pace.Throttle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One copy from its first look at both sides to its report. */
final class CopyExecution {

  /** For how long a lost connection is opened again. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A host that small may be restarted, and takes its time. */
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(15);

  /** Smaller tables keep their indexes while they are loaded. */
  private static final long INDEXES_STAY = 1 << 20;

  private final Database source;
  private final Database target;
  private final Timing timing;
  private final Listener listener;
  private final CopyOptions options;
  private final @Nullable Consumer<Misfit> rejects;
  private final CopyPlan plan;
  private final Admission admission;
  private final Notices notices = new Notices();
  private final Phases phases;

  CopyExecution(
      Database source,
      Database target,
      Timing timing,
      Listener listener,
      CopyOptions options,
      @Nullable Consumer<Misfit> rejects,
      CopyPlan plan) {
    this.source = source;
    this.target = target;
    this.timing = timing;
    this.listener = listener;
    this.options = options;
    this.rejects = rejects;
    this.plan = plan;
    this.admission = new Admission(options);
    this.phases = new Phases(target.name(), timing, listener);
  }

  CopyReport run() {
    RowSource from = source.rowSource();
    RowTarget into = target.rowTarget();
    admission.isAnother(from, into);
    try (CopyLedger.Lock lock = into.ledger().lock()) {
      Objects.requireNonNull(lock);
      return locked(from, into);
    }
  }

  private CopyReport locked(RowSource from, RowTarget into) {
    phases.begin(Phases.PREPARE, 0);
    Optional<CopyState> unfinished = unfinished(from, into);
    ServerSize sourceSize = from.size();
    ServerSize targetSize = into.size();
    boolean tiny = Preparation.isTiny(options, sourceSize, targetSize);
    int processors = Runtime.getRuntime().availableProcessors();
    // SQLite writes for one at a time.
    boolean one = tiny || target.dialect() == Dialect.SQLITE;
    int jobs = one ? 1 : Jobs.choose(options.jobs(), sourceSize, targetSize, processors);
    Told told = new Told(into.ledger());
    int last = unfinished.map(state -> state.snapshots().size()).orElse(0);
    try (SharedPoint point = new SharedPoint(from, jobs, last, told);
        Lane lane = new Lane(into)) {
      TableReader reader = lane.reader(point.current());
      Preparation known =
          Preparation.read(
              plan,
              reader,
              Preparation.wantsLargeObjects(source.dialect(), target.dialect(), plan),
              sourceSize,
              targetSize,
              tiny,
              jobs);
      admission.seesAll(known.facts().values());
      unfinished.ifPresent(state -> admission.isFree(into, untouched(state)));
      CopyState state =
          unfinished.isPresent() ? unfinished.get() : begin(from, into, known, reader);
      lane.dropReader();
      Site site = site(into, point, known, state);
      told.begin(site);
      try {
        suspend(site, known, lane);
        lane.rest();
        return new Completion(site, source, target, known, state, timing).complete();
      } catch (RuntimeException e) {
        throw Endings.stopped(e, site.board());
      }
    }
  }

  private Optional<CopyState> unfinished(RowSource from, RowTarget into) {
    Optional<CopyState> unfinished = into.ledger().unfinished();
    if (unfinished.isEmpty()) {
      return unfinished;
    }
    if (options.restart()) {
      new Abandonment(into).abandon(unfinished.get());
      return Optional.empty();
    }
    admission.continues(unfinished.get().run(), from.identity(), plan);
    return unfinished;
  }

  /** Tables that no chunk was copied into: whatever they hold came from somebody else. */
  private static List<ObjectId> untouched(CopyState state) {
    Set<ObjectId> touched =
        state.chunks().stream()
            .filter(ChunkRecord::isDone)
            .map(ChunkRecord::target)
            .collect(Collectors.toSet());
    return state.chunks().stream()
        .map(ChunkRecord::target)
        .filter(table -> !touched.contains(table))
        .distinct()
        .toList();
  }

  /** Plans the chunks and writes them down: from here on, there is something to resume. */
  private CopyState begin(RowSource from, RowTarget into, Preparation known, TableReader reader) {
    admission.isFree(into, known.targets());
    List<Suspension> obstacles = into.obstacles(tables(known));
    Forecast forecast = new Forecast(options);
    forecast.fits(Forecast.space(known.pairs(), known.facts(), obstacles));
    forecast.lasts(known.bytes(), known.tiny(), timing.now(), notices);
    boolean appends = options.existing() == CopyOptions.IntoExisting.APPEND;
    long size = ChunkCutter.size(options.chunkBytes(), known.tiny(), known.bytes(), known.jobs());
    ChunkCutter cutter =
        new ChunkCutter(reader, size, known.sourceSize().memoryBytes(), !appends, notices);
    List<ChunkRecord> chunks = new ArrayList<>();
    for (TablePair pair : known.pairs()) {
      TableFacts facts = Objects.requireNonNull(known.facts().get(pair.source()));
      for (Chunk chunk : cutter.cut(pair, facts)) {
        chunks.add(ChunkRecord.planned(chunk, pair.target()));
      }
    }
    CopyRun run =
        new CopyRun(
            id(),
            source.name(),
            from.identity(),
            plan.digest(),
            target.inspector().inspect().fingerprint(),
            timing.now(),
            appends,
            CopyRun.State.COPYING);
    into.ledger().begin(run, chunks);
    return new CopyState(run, List.of(), chunks, List.of());
  }

  /** Unlike any other: what chance gives is told apart by the time, too. */
  private String id() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(timing.now().toEpochMilli(), 12)
        + hex.toHexDigits(timing.random().nextInt());
  }

  /** The target's tables that are tables. */
  private static List<ObjectId> tables(Preparation known) {
    return known.targets().stream().filter(id -> !id.equals(LargeObjects.TABLE)).toList();
  }

  private Site site(RowTarget into, SharedPoint point, Preparation known, CopyState state) {
    Board board =
        new Board(known.pairs(), state.chunks(), state.suspensions(), known.jobs(), timing);
    Throttle throttle =
        new Throttle(timing, new Rate(options.maxBytesPerSecond(), options.maxRowsPerSecond()));
    Duration patience = known.tiny() ? LONG_PATIENCE : PATIENCE;
    return new Site(
        state.run().id(),
        target.name(),
        options,
        into,
        into.ledger(),
        point,
        board,
        throttle,
        new RowProgress(target.name(), timing, listener),
        phases,
        new Perseverance(target.name(), patience, timing, listener),
        Jobs.indexMemory(known.targetSize(), known.tiny(), known.jobs()),
        rejects,
        notices,
        timing,
        listener);
  }

  /** Takes away what stands in the way of tables that are not loaded yet, and their old rows. */
  private void suspend(Site site, Preparation known, Lane lane) {
    List<TableWork> open =
        site.board().tables().stream().filter(table -> !table.isCopied()).toList();
    List<ObjectId> targets =
        open.stream()
            .map(table -> table.pair().target())
            .filter(id -> !id.equals(LargeObjects.TABLE))
            .toList();
    List<Suspension> obstacles =
        site.target().obstacles(targets).stream()
            .filter(obstacle -> isWorthIt(obstacle, open, known))
            .toList();
    if (!obstacles.isEmpty()) {
      List<SuspensionRecord> away = site.ledger().suspend(site.copyId(), obstacles);
      site.board().add(away);
    }
    if (options.existing() == CopyOptions.IntoExisting.REPLACE) {
      List<TablePair> untouched =
          open.stream()
              .filter(table -> table.records().stream().noneMatch(ChunkRecord::isDone))
              .map(TableWork::pair)
              .toList();
      lane.writer()
          .empty(
              site.copyId(),
              untouched.stream().map(TablePair::source).toList(),
              untouched.stream().map(TablePair::target).toList());
    }
    site.progress().start(site.board().chunks());
    phases.end(Phases.PREPARE);
    phases.begin(Phases.ROWS, site.board().chunks().stream().mapToLong(ChunkRecord::bytes).sum());
  }

  /**
   * An index of a small table is kept up as quickly as it is built. Not where the table is copied
   * in parts: a part that is read at a later point may hold a value that moved there from another
   * one, which a unique index would refuse until that is read again, too.
   */
  private static boolean isWorthIt(Suspension obstacle, List<TableWork> open, Preparation known) {
    if (obstacle.kind() != Suspension.Kind.INDEX) {
      return true;
    }
    return open.stream()
        .filter(table -> table.pair().target().equals(obstacle.table()))
        .filter(table -> table.records().size() == 1)
        .map(table -> known.facts().get(table.pair().source()))
        .filter(Objects::nonNull)
        .noneMatch(facts -> facts.bytes() < INDEXES_STAY);
  }

  /** Is told of each point that is opened, and tells everybody else once the copy has begun. */
  private final class Told implements Consumer<SnapshotRecord> {

    private final CopyLedger ledger;
    private @Nullable Site site;
    private @Nullable SnapshotRecord last;

    Told(CopyLedger ledger) {
      this.ledger = ledger;
    }

    @Override
    public void accept(SnapshotRecord record) {
      admission.isOneInstant(record.consistency());
      last = record;
      Site working = site;
      if (working != null) {
        tell(working, record);
      }
    }

    void begin(Site working) {
      site = working;
      tell(working, Objects.requireNonNull(last));
    }

    private void tell(Site working, SnapshotRecord record) {
      ledger.snapshot(working.copyId(), record);
      boolean one = record.consistency().degree() == Consistency.Degree.SINGLE;
      working.board().readAt(record.number(), one ? 1 : Integer.MAX_VALUE);
      listener.on(new TransferEvent.SnapshotTaken(source.name(), record));
    }
  }
}
