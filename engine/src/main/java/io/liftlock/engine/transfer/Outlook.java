package io.liftlock.engine.transfer;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.core.transfer.Space;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a copy would go, as far as both databases tell without being changed.
 *
 * @param facts how large the source's tables are, in the plan's order
 * @param jobs how many workers there would be
 * @param tiny whether both servers would be treated with care
 * @param chunkBytes how much one transaction would copy, about
 * @param space what it would take on the target's disk, indexes only as far as they are there
 */
public record Outlook(
    List<TableFacts> facts, int jobs, boolean tiny, long chunkBytes, Space space) {

  /** Copies the list. */
  public Outlook {
    facts = List.copyOf(facts);
  }

  /** Looks at both. */
  public static Outlook of(Database source, Database target, CopyPlan plan, CopyOptions options) {
    ServerSize from = source.rowSource().size();
    ServerSize into = target.rowTarget().size();
    boolean tiny = Preparation.isTiny(options, from, into);
    int processors = Runtime.getRuntime().availableProcessors();
    boolean one = tiny || target.dialect() == Dialect.SQLITE;
    int jobs = one ? 1 : Jobs.choose(options.jobs(), from, into, processors);
    List<TableFacts> facts = facts(source, plan);
    Map<ObjectId, TableFacts> byTable = new HashMap<>();
    facts.forEach(fact -> byTable.put(fact.table(), fact));
    long bytes = facts.stream().mapToLong(TableFacts::bytes).sum();
    return new Outlook(
        facts,
        jobs,
        tiny,
        ChunkCutter.size(options.chunkBytes(), tiny, bytes, jobs),
        Forecast.space(plan.tables(), byTable, obstacles(target, plan)));
  }

  /** How many parts that table would be copied in, about. */
  public long parts(TableFacts table) {
    return Math.max(1, (table.bytes() + chunkBytes - 1) / chunkBytes);
  }

  private static List<TableFacts> facts(Database source, CopyPlan plan) {
    try (ReadPoint point = source.rowSource().open(1);
        TableReader reader = point.reader()) {
      return reader.facts(plan.tables().stream().map(TablePair::source).toList());
    }
  }

  /** Of tables that are there; the others' indexes are not known yet. */
  private static List<Suspension> obstacles(Database target, CopyPlan plan) {
    Schema there = target.inspector().inspect();
    return target
        .rowTarget()
        .obstacles(plan.tables().stream().map(TablePair::target).filter(there::has).toList());
  }
}
