package io.liftlock.engine.transfer;

import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.transfer.Chunk;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import java.util.List;
import java.util.Objects;

/**
 * Looks again at a table that was copied by pages, after the point that they were read at was lost.
 * Pages mean nothing at another point, but their hashes add up: where all of them were copied, and
 * the source still yields the same sum, they stay. Else the table is emptied and begins anew.
 */
final class WholeTable {

  private final Site site;
  private final Lane lane;

  WholeTable(Site site, Lane lane) {
    this.site = site;
    this.lane = lane;
  }

  boolean lookAgain(TableWork table) {
    site.board().goOn();
    site.board().refresh(Worker.state(site));
    SharedPoint.Held held = site.point().current();
    if (!isTheSame(table, held)) {
      begin(table, held);
    }
    return true;
  }

  private boolean isTheSame(TableWork table, SharedPoint.Held held) {
    List<ChunkRecord> chunks = table.records();
    if (!chunks.stream().allMatch(ChunkRecord::isDone)) {
      return false;
    }
    TablePair pair = table.pair();
    HashingSink sink =
        new HashingSink(
            HashingSink.NOWHERE,
            (bytes, rows) -> {
              site.board().goOn();
              site.throttle().passed(bytes, rows);
            },
            site.rejects() != null);
    lane.reader(held)
        .read(new RowQuery(pair.source(), new Range.All(), pair.read(), pair.format()), sink);
    List<String> hashes =
        chunks.stream().map(chunk -> Objects.requireNonNull(chunk.copied()).hash()).toList();
    if (table.tally().rows() != sink.tally().rows()
        || !HashingSink.together(hashes).equals(sink.hash())) {
      return false;
    }
    List<ChunkRecord> confirmed =
        chunks.stream()
            .map(
                chunk -> {
                  ChunkRecord.Copied copied = Objects.requireNonNull(chunk.copied());
                  return chunk.done(
                      new ChunkRecord.Copied(
                          copied.tally(), copied.hash(), held.number(), site.timing().now()));
                })
            .toList();
    confirmed.forEach(chunk -> site.ledger().confirm(site.copyId(), chunk));
    site.board().plan(table, confirmed);
    return true;
  }

  private void begin(TableWork table, SharedPoint.Held held) {
    TablePair pair = table.pair();
    site.notices()
        .add(
            ErrorCode.COPY_UNFINISHED,
            pair.source().qualified()
                + " has no key that its parts could be found again by, so it was copied anew after"
                + " the copy was interrupted",
            null);
    new Resuspension(site).suspend(pair.target());
    lane.writer().empty(site.copyId(), List.of(pair.source()), List.of(pair.target()));
    site.progress().undo(table.records());
    TableReader reader = lane.reader(held);
    TableFacts facts = reader.facts(List.of(pair.source())).get(0);
    long size = table.records().stream().mapToLong(ChunkRecord::bytes).max().orElse(1);
    List<Chunk> chunks =
        new ChunkCutter(reader, Math.max(1, size), 0, true, site.notices()).cut(pair, facts);
    List<ChunkRecord> planned =
        chunks.stream().map(chunk -> ChunkRecord.planned(chunk, pair.target())).toList();
    site.ledger().plan(site.copyId(), planned);
    site.board().plan(table, planned);
  }
}
