package io.liftlock.engine.transfer;

import io.liftlock.core.database.TableReader;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known before the first row moves.
 *
 * @param pairs what is copied; the plan's tables, and large objects where the source has any
 * @param omissions what of the source is not copied
 * @param facts how large each table of the source is
 * @param sequences where the source's sequences stood at the beginning
 * @param sourceSize how much the source can bear
 * @param targetSize how much the target can bear
 * @param tiny whether one of them is so small that it must be treated with care
 * @param jobs how many workers there are
 */
record Preparation(
    List<TablePair> pairs,
    List<CopyPlan.Omission> omissions,
    Map<ObjectId, TableFacts> facts,
    List<SequencePosition> sequences,
    ServerSize sourceSize,
    ServerSize targetSize,
    boolean tiny,
    int jobs) {

  /** What the target is asked for. */
  List<ObjectId> targets() {
    return pairs.stream().map(TablePair::target).toList();
  }

  long bytes() {
    return facts.values().stream().mapToLong(TableFacts::bytes).sum();
  }

  /** Chooses how careful to be. */
  static boolean isTiny(CopyOptions options, ServerSize source, ServerSize target) {
    return switch (options.profile()) {
      case TINY -> true;
      case NORMAL -> false;
      case AUTO -> source.tiny() || target.tiny();
    };
  }

  /** Looks at the source at that point. */
  static Preparation read(
      CopyPlan plan,
      TableReader reader,
      boolean largeObjects,
      ServerSize sourceSize,
      ServerSize targetSize,
      boolean tiny,
      int jobs) {
    List<TablePair> pairs = new ArrayList<>(plan.tables());
    Map<ObjectId, TableFacts> facts = new LinkedHashMap<>();
    for (TableFacts fact : reader.facts(pairs.stream().map(TablePair::source).toList())) {
      facts.put(fact.table(), fact);
    }
    if (largeObjects) {
      TableFacts fact = reader.facts(List.of(LargeObjects.TABLE)).get(0);
      if (fact.rows() != 0) {
        pairs.add(LargeObjects.PAIR);
        facts.put(LargeObjects.TABLE, fact);
      }
    }
    return new Preparation(
        List.copyOf(pairs),
        plan.omissions(),
        facts,
        reader.sequences(),
        sourceSize,
        targetSize,
        tiny,
        jobs);
  }

  /** Whether large objects go along: not where a person asked for some tables only. */
  static boolean wantsLargeObjects(Dialect source, Dialect target, CopyPlan plan) {
    return source == Dialect.POSTGRES
        && target == Dialect.POSTGRES
        && plan.omissions().stream()
            .noneMatch(omission -> omission.because().equals(CopyPlanner.NOT_ASKED_FOR));
  }
}
