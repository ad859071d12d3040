package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hashes a whole table, piece by piece, with all readers of its side. */
final class TableDigests {

  private final Look look;
  private final TablePair pair;
  private final HashedRows rows;

  TableDigests(Look look, TablePair pair) {
    this.look = look;
    this.pair = pair;
    this.rows = HashedRows.of(pair, look.hashing());
  }

  /** One digest for each seed, when all pieces are done. */
  CompletableFuture<List<Digest>> start(Crew crew, TableFacts facts) {
    CompletableFuture<List<Digest>> sum =
        CompletableFuture.completedFuture(
            look.hashing().seeds().stream().map(seed -> Digest.NONE).toList());
    for (Pieces.Piece piece : Pieces.of(facts, look.hashing().isByTuples(), crew.pace())) {
      sum =
          sum.thenCombine(
              CompletableFuture.supplyAsync(() -> digest(crew, piece), crew.threads()),
              TableDigests::plus);
    }
    return sum;
  }

  private List<Digest> digest(Crew crew, Pieces.Piece piece) {
    List<Digest> digests = rows.digest(crew, piece.range(), piece.bytes());
    look.progress().hashed(crew.side().table(pair), digests.get(0).rows(), piece.bytes());
    return digests;
  }

  private static List<Digest> plus(List<Digest> some, List<Digest> others) {
    List<Digest> sums = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      sums.add(some.get(i).plus(others.get(i)));
    }
    return sums;
  }
}
