package io.liftlock.runtime;

import io.liftlock.core.change.Allowance;
import io.liftlock.core.change.Change;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.engine.transfer.LargeObjects;
import io.liftlock.engine.transfer.compare.CompareOptions;
import io.liftlock.engine.transfer.compare.ForeignKeyOrder;
import io.liftlock.engine.transfer.compare.FreshPoints;
import io.liftlock.engine.transfer.compare.RowComparer;
import io.liftlock.runtime.transfer.RowsRequest;
import io.liftlock.runtime.transfer.RowsResult;
import io.liftlock.runtime.transfer.TransferMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two databases: first what they look like, then the rows. */
final class DatabaseComparer {

  /** More readers than these rarely help, and disturb. */
  private static final int MOST_JOBS = 4;

  /** Connections that are left to others. */
  private static final int SPARED = 3;

  private final OpenProject open;
  private final RowsRequest request;
  private final TransferMapping mapping;
  private final List<Problem> notices = new ArrayList<>();

  DatabaseComparer(OpenProject open, RowsRequest request) {
    this.open = open;
    this.request = request;
    this.mapping = request.mapping().whole();
  }

  /** Compares. */
  RowsResult compare(TwoDatabases both) {
    NamedSchema a = schema(both.firstEnd().name(), both.first());
    NamedSchema b = schema(both.secondEnd().name(), both.second());
    ComparedPairs pairs = ComparedPairs.of(a.schema(), b.schema(), Transfers.mapping(mapping));
    Optional<Comparison> schemas =
        request.scope() == RowsRequest.Scope.ROWS
            ? Optional.empty()
            : schemas(a, b, pairs.renames());
    boolean rows = request.scope() != RowsRequest.Scope.SCHEMA;
    return new RowsResult(
        both.firstEnd(),
        both.secondEnd(),
        schemas.map(Comparison::diff),
        schemas.map(Comparison::renames).orElse(List.<Change.Rename>of()),
        rows ? Optional.of(rows(both, inOrder(pairs, b.schema()))) : Optional.empty(),
        pairs.plan().omissions(),
        notices,
        open.runner(),
        open.timing().now());
  }

  private NamedSchema schema(String name, Database database) {
    Schema schema = open.project().schemas().withoutIgnored(database.inspector().inspect());
    return new NamedSchema(name, name, schema);
  }

  /** What differs between the schemas, as far as the tables are meant. */
  private Optional<Comparison> schemas(NamedSchema a, NamedSchema b, List<String> renames) {
    if (a.schema().dialect() != b.schema().dialect()) {
      notices.add(
          Problem.warning(
                  ErrorCode.SCHEMA_SOURCE_INVALID,
                  "one is %s and the other %s, so their schemas are not compared, only their rows"
                      .formatted(a.schema().dialect().word(), b.schema().dialect().word()))
              .action("say so with --rows-only"));
      return Optional.empty();
    }
    return Optional.of(
        new Comparer(
                open,
                new ComparisonRequest(renames, Allowance.NOTHING, ComparisonRequest.Writing.PLAIN))
            .compare(meant(a), meant(b), Map.of()));
  }

  private NamedSchema meant(NamedSchema named) {
    Schema schema = named.schema();
    Schema meant =
        mapping.only().isEmpty() && mapping.skip().isEmpty() && mapping.drops().isEmpty()
            ? schema
            : schema.without(id -> !isMeant(schema, id));
    return new NamedSchema(named.name(), named.description(), meant);
  }

  private boolean isMeant(Schema schema, ObjectId id) {
    ObjectId whole = schema.whole(id).map(object -> object.id()).orElse(id);
    return !names(mapping.skip(), whole)
        && !names(mapping.drops(), whole)
        && !names(mapping.drops(), id)
        && (mapping.only().isEmpty() || names(mapping.only(), whole));
  }

  private static boolean names(List<String> written, ObjectId id) {
    return written.stream()
        .map(ObjectId::names)
        .anyMatch(
            names ->
                names.size() <= id.path().size()
                    && id.path()
                        .subList(id.path().size() - names.size(), id.path().size())
                        .equals(names));
  }

  /** Statements that mend rows come in the order in which tables refer to each other. */
  private ComparedPairs inOrder(ComparedPairs pairs, Schema b) {
    return request.repair().isEmpty()
        ? pairs
        : new ComparedPairs(ForeignKeyOrder.of(pairs.plan(), b), pairs.left());
  }

  private RowComparison rows(TwoDatabases both, ComparedPairs pairs) {
    int jobs = jobs(both);
    try (ReadPoint a = both.first().rowSource().open(jobs);
        ReadPoint b = both.second().rowSource().open(jobs)) {
      noteWeak("A", a.consistency());
      noteWeak("B", b.consistency());
      boolean single =
          a.consistency().degree() == Consistency.Degree.SINGLE
              || b.consistency().degree() == Consistency.Degree.SINGLE;
      RowComparison rows =
          new RowComparer(options(both, single ? 1 : jobs), open.timing(), open.listener())
              .compare(a, b, plan(both, pairs.plan(), a, b), fresh(both, jobs));
      Map<ObjectId, Problem> left = new LinkedHashMap<>(rows.notCompared());
      left.putAll(pairs.left());
      return new RowComparison(
          rows.tables(), left, rows.hash(), rows.seeds(), rows.readA(), rows.readB());
    }
  }

  /** For rows that differ while somebody writes. */
  private @Nullable FreshPoints fresh(TwoDatabases both, int jobs) {
    return request.changing() == RowsRequest.Changing.REPORT
        ? null
        : new FreshPoints(
            () -> both.first().rowSource().open(jobs), () -> both.second().rowSource().open(jobs));
  }

  private CopyPlan plan(TwoDatabases both, CopyPlan tables, ReadPoint a, ReadPoint b) {
    boolean large =
        mapping.only().isEmpty()
            && both.first().dialect() == Dialect.POSTGRES
            && both.second().dialect() == Dialect.POSTGRES;
    return large ? LargeObjects.addedTo(tables, a, b) : tables;
  }

  private void noteWeak(String side, Consistency consistency) {
    if (consistency.degree() == Consistency.Degree.NONE) {
      notices.add(
          Problem.warning(
                  ErrorCode.CONSISTENCY_WEAK,
                  "%s was not read at one instant, because %s: what is written meanwhile looks like a difference"
                      .formatted(side, consistency.because()))
              .action("compare while nobody writes, or give --recheck"));
    }
  }

  private int jobs(TwoDatabases both) {
    if (request.jobs() > 0) {
      return request.jobs();
    }
    ServerSize a = both.first().rowSource().size();
    ServerSize b = both.second().rowSource().size();
    if (a.tiny() || b.tiny()) {
      return 1;
    }
    int free = Math.min(a.connectionsLeft(), b.connectionsLeft()) - SPARED;
    return Math.max(
        1, Math.min(free, Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors())));
  }

  private CompareOptions options(TwoDatabases both, int jobs) {
    return new CompareOptions(
        both.secondEnd().name(),
        jobs,
        request.sample(),
        request.limit().bytesPerSecond(),
        request.hashing() == RowsRequest.Hashing.TWICE,
        request.listed(),
        request.changing() == RowsRequest.Changing.RECHECK,
        request.repair().orElse(null));
  }
}
