package io.liftlock.engine.proof;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.SeedGap;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.run.AdHocStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Fills the tables of a scratch database with rows that its own types, checks and keys allow. What
 * a check asks for is read off its text where that is easy; beyond that the database decides, and a
 * row that it refuses is drafted anew. The same random numbers give the same rows.
 *
 * <p>Keys begin above a million, so that rows which migrations insert themselves find their usual
 * numbers free. Sequences are left where they are.
 */
public final class RowSeeder {

  /** How many rows a table gets where nothing is said. */
  public static final int DEFAULT_ROWS = 3;

  private static final int ATTEMPTS = 24;
  private static final long FIRST = 1_000_000;

  /** A trigger that never ends must not keep a proof from ending. */
  private static final Timeouts BUDGET =
      new Timeouts(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ZERO);

  private final int rows;
  private final RandomGenerator random;
  private long next;

  /**
   * @param rows how many rows each table gets
   * @param random decides where there is a choice
   */
  public RowSeeder(int rows, RandomGenerator random) {
    this.rows = rows;
    this.random = random;
    this.next = FIRST + random.nextInt(1_000) * 7L;
  }

  /**
   * Fills tables.
   *
   * @param schema what the database looks like
   * @param wanted tables of it; those referred to should hold rows already or be among them.
   *     Partitions are filled through the table they belong to
   * @throws io.liftlock.core.error.DatabaseError where the connection is lost
   */
  public Seeding seed(Database database, Schema schema, Collection<ObjectId> wanted) {
    return seed(database, schema, wanted, schema);
  }

  /**
   * Fills tables with rows that keep to checks, foreign keys and types to come, too.
   *
   * @param later what the database will look like in the end
   */
  public Seeding seed(Database database, Schema schema, Collection<ObjectId> wanted, Schema later) {
    return seed(database, schema, wanted, rows, later);
  }

  /**
   * Fills tables with another number of rows than usual.
   *
   * @param later what the database will look like in the end
   */
  Seeding seed(
      Database database, Schema schema, Collection<ObjectId> wanted, int count, Schema later) {
    LaterDemands demands = new LaterDemands(schema, later);
    Set<ObjectId> chosen = new HashSet<>(wanted);
    List<Table> tables =
        schema.tables().stream()
            .filter(table -> chosen.contains(table.id()))
            .filter(table -> table.object().text(Property.PARTITION_OF).isEmpty())
            .map(demands::on)
            .toList();
    if (tables.isEmpty() || count == 0) {
      return Seeding.NONE;
    }
    Values values =
        schema.dialect() == Dialect.SQLITE ? new SqliteValues() : new PostgresValues(schema);
    Partitions partitions = new Partitions(schema);
    Map<ObjectId, Integer> filled = new LinkedHashMap<>();
    List<SeedGap> gaps = new ArrayList<>();
    for (List<Table> group : SeedOrder.of(tables)) {
      Map<String, TableSeed> seeds = new LinkedHashMap<>();
      for (Table table : group) {
        seeds.put(
            table.id().qualified(),
            new TableSeed(table, schema.dialect(), values, partitions, count));
      }
      untie(seeds);
      new Filling(database, seeds, count).fill(filled, gaps);
    }
    return new Seeding(filled, gaps);
  }

  /** Decides for each foreign key of a ring how it is filled. */
  private static void untie(Map<String, TableSeed> group) {
    Set<String> before = new HashSet<>();
    for (TableSeed seed : group.values()) {
      String own = seed.table().id().qualified();
      for (Constraint key : seed.table().foreignKeys()) {
        String to = key.references().orElse("");
        if (group.containsKey(to) && !to.equals(own) && !before.contains(to)) {
          seed.fill(
              key,
              SeedOrder.isRequired(seed.table(), key)
                  ? TableSeed.Filling.FORETOLD
                  : TableSeed.Filling.LATER);
        }
      }
      before.add(own);
    }
  }

  /** One group of tables, filled in one transaction. */
  private final class Filling {

    private final Database database;
    private final Map<String, TableSeed> seeds;
    private final int count;
    private final long first = next;
    private final Map<TableSeed, int[]> attempts = new LinkedHashMap<>();
    private final Map<TableSeed, Set<Integer>> givenUp = new LinkedHashMap<>();
    private final Map<TableSeed, String> reasons = new LinkedHashMap<>();
    private final Map<TableSeed, String> plainly = new LinkedHashMap<>();
    private final Set<String> leftNull = new HashSet<>();

    Filling(Database database, Map<String, TableSeed> seeds, int count) {
      this.database = database;
      this.seeds = seeds;
      this.count = count;
      next += count;
      for (TableSeed seed : seeds.values()) {
        attempts.put(seed, new int[count]);
        if (seed.isWithoutPlace()) {
          IntStream.range(0, count).forEach(row -> dropped(seed).add(row));
          reasons.put(seed, "it has no partition");
        }
      }
    }

    void fill(Map<ObjectId, Integer> filled, List<SeedGap> gaps) {
      boolean done = false;
      while (!done) {
        List<Piece> pieces = pieces();
        done = pieces.isEmpty() || isTaken(pieces);
      }
      for (TableSeed seed : seeds.values()) {
        int got = count - dropped(seed).size();
        filled.put(seed.table().id(), got);
        String reason = reasons.get(seed);
        if (reason != null) {
          gaps.add(new SeedGap(seed.table().id(), got, reason));
        }
      }
    }

    private Set<Integer> dropped(TableSeed seed) {
      return givenUp.computeIfAbsent(seed, any -> new HashSet<>());
    }

    /**
     * A statement, and whose fault it is when it fails.
     *
     * @param row the row, or -1 where the statement can be left out
     */
    private record Piece(TableSeed seed, int row, String sql) {}

    private List<Piece> pieces() {
      List<Piece> pieces = new ArrayList<>();
      List<Piece> later = new ArrayList<>();
      for (TableSeed seed : seeds.values()) {
        for (int row = 0; row < count; row++) {
          if (!dropped(seed).contains(row)) {
            int attempt = attempts.getOrDefault(seed, new int[count])[row];
            RowDraft draft = seed.draft(first + row, row, attempt, random, seeds);
            pieces.add(new Piece(seed, row, draft.insert()));
            laterOf(seed, draft, row, later);
          }
        }
      }
      pieces.addAll(later);
      boolean foretold =
          seeds.values().stream()
              .anyMatch(seed -> seed.keys().containsValue(TableSeed.Filling.FORETOLD));
      if (foretold && database.dialect() == Dialect.POSTGRES && !pieces.isEmpty()) {
        pieces.add(0, new Piece(pieces.get(0).seed(), -1, "SET CONSTRAINTS ALL DEFERRED"));
      }
      return pieces;
    }

    private void laterOf(TableSeed seed, RowDraft draft, int row, List<Piece> later) {
      seed.keys()
          .forEach(
              (key, filling) -> {
                if (filling == TableSeed.Filling.LATER) {
                  seed.later(draft, key, row)
                      .filter(update -> !leftNull.contains(update))
                      .ifPresent(update -> later.add(new Piece(seed, -1, update)));
                }
              });
    }

    private boolean isTaken(List<Piece> pieces) {
      List<Work> work = new ArrayList<>();
      for (Piece piece : pieces) {
        work.add(
            new Work.Run(
                new Step(
                    work.size() + 1,
                    AdHocStatement.of("seeded rows", database.dialect(), piece.sql()),
                    Placement.INSIDE,
                    BUDGET)));
      }
      try {
        database.session().configure(BUDGET, Map.of());
        database.session().atomically(work);
        return true;
      } catch (StatementFailure failure) {
        if (failure.reason() == StatementFailure.Reason.CONNECTION) {
          throw LiftlockException.of(List.of(failure.problem()), failure);
        }
        refused(pieces, failure);
        return false;
      }
    }

    private void refused(List<Piece> pieces, StatementFailure failure) {
      int index = failure.workIndex();
      String said = failure.problem().message();
      if (index < 0 || index >= pieces.size()) {
        // Refused as a whole, as a constraint that is looked at only in the end does.
        seeds.values().stream()
            .filter(seed -> dropped(seed).size() < count)
            .reduce((earlier, later) -> later)
            .ifPresent(seed -> again(seed, firstKept(seed), said));
        return;
      }
      Piece piece = pieces.get(index);
      if (piece.row() >= 0) {
        again(piece.seed(), piece.row(), said);
      } else {
        leftNull.add(piece.sql());
        reasons.put(piece.seed(), said);
      }
    }

    private int firstKept(TableSeed seed) {
      for (int row = 0; row < count; row++) {
        if (!dropped(seed).contains(row)) {
          return row;
        }
      }
      return 0;
    }

    private void again(TableSeed seed, int row, String said) {
      int[] counts = attempts.getOrDefault(seed, new int[count]);
      counts[row]++;
      // What the second attempt met tells most: it is plain and follows everything that was read.
      if (counts[row] == 2) {
        plainly.put(seed, said);
      }
      if (counts[row] >= ATTEMPTS) {
        dropped(seed).add(row);
        String reason = plainly.getOrDefault(seed, said);
        String types = String.join(", ", seed.unknownTypes());
        reasons.put(seed, types.isEmpty() ? reason : reason + "; no value is known for " + types);
      }
    }
  }
}
