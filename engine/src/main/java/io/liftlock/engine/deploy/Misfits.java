package io.liftlock.engine.deploy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.transfer.translate.ValueCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the values of a SQLite source that PostgreSQL's columns cannot take, before a row is
 * copied: by a census, and where that finds any, row by row.
 */
final class Misfits {

  /** How many rows of one table are named. */
  private static final int LISTED = 10;

  private final Database source;
  private final Schema target;
  private final Censuses censuses;

  /**
   * @param target what the target looks like
   */
  Misfits(Database source, Schema target, Censuses censuses) {
    this.source = source;
    this.target = target;
    this.censuses = censuses;
  }

  /**
   * Looks.
   *
   * @throws io.liftlock.core.error.StateError with VALUES_MISFIT for every column that does not fit
   */
  void refuse(CopyPlan plan) {
    if (source.dialect() != Dialect.SQLITE || target.dialect() != Dialect.POSTGRES) {
      return;
    }
    Map<ObjectId, List<ColumnCensus>> known =
        censuses.of(plan.tables().stream().map(TablePair::source).toList());
    Problems problems = new Problems();
    for (TablePair pair : plan.tables()) {
      List<Problem> found = new ArrayList<>();
      for (ColumnPair column : pair.columns()) {
        known.getOrDefault(pair.source(), List.of()).stream()
            .filter(census -> census.column().equals(column.source()))
            .findFirst()
            .flatMap(census -> ValueCheck.objection(census, stored(column.targetType())))
            .ifPresent(why -> found.add(problem(pair, column, why)));
      }
      problems.addAll(found);
      if (!found.isEmpty()) {
        problems.addAll(rows(pair));
      }
    }
    problems.throwIfErrors();
  }

  /** The type that a domain's values are of. */
  private String stored(String type) {
    Optional<String> base =
        target
            .find(new ObjectId(ObjectKind.DOMAIN, ObjectId.names(type), ""))
            .flatMap(domain -> domain.text(Property.BASE_TYPE));
    return base.map(this::stored).orElse(type);
  }

  private static Problem problem(TablePair pair, ColumnPair column, String why) {
    ObjectId id = pair.source().part(ObjectKind.COLUMN, column.source());
    return Problem.error(
            ErrorCode.VALUES_MISFIT,
            "%s does not fit %s, which is %s: %s"
                .formatted(
                    id,
                    pair.target().part(ObjectKind.COLUMN, column.target()).qualified(),
                    column.targetType(),
                    why))
        .action(
            "correct the rows in the source; or give the column another type, as in --map-type "
                + id.qualified()
                + "=text; or set such rows aside with --reject-file");
  }

  /** The rows that cannot even be read in the form that the target's types ask for. */
  private List<Problem> rows(TablePair pair) {
    List<Misfit> misfits = new ArrayList<>();
    try (ReadPoint point = source.rowSource().open(1);
        TableReader reader = point.reader()) {
      reader.read(
          new RowQuery(pair.source(), new Range.All(), pair.read(), RowFormat.TUPLES),
          new RowSink() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
              // Only what does not fit matters.
            }

            @Override
            public void endRow() {
              // It fits.
            }

            @Override
            public void misfit(Misfit misfit) {
              if (misfits.size() < LISTED) {
                misfits.add(misfit);
              }
            }
          });
    }
    return misfits.stream()
        .map(misfit -> Problem.error(ErrorCode.VALUES_MISFIT, misfit.described()))
        .toList();
  }
}
