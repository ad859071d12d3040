package io.liftlock.engine.transfer.compare;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.List;

/** One of the two that are compared, and what it calls things. */
enum Side {
  A {
    @Override
    ObjectId table(TablePair pair) {
      return pair.source();
    }

    @Override
    String column(ColumnPair pair) {
      return pair.source();
    }

    @Override
    Range range(TablePair pair, Range range) {
      return range;
    }
  },
  B {
    @Override
    ObjectId table(TablePair pair) {
      return pair.target();
    }

    @Override
    String column(ColumnPair pair) {
      return pair.target();
    }

    @Override
    Range range(TablePair pair, Range range) {
      return pair.inTarget(range);
    }
  };

  /** Its name of a table. */
  abstract ObjectId table(TablePair pair);

  /** Its name of a column. */
  abstract String column(ColumnPair pair);

  /** A range that is said in A's names, in its own. */
  abstract Range range(TablePair pair, Range range);

  /** Its names of the key's columns. */
  List<String> key(TablePair pair) {
    return this == A ? pair.key() : pair.key().stream().map(pair::targetName).toList();
  }
}
