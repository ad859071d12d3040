package io.liftlock.engine.transfer.translate;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.ColumnCensus;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Says a schema of one dialect in the other. Pure. */
public final class Translator {

  private final Schema target;
  private final UnaryOperator<String> quoted;
  private final TypeOverrides overrides;
  private final NameStyle style;

  /**
   * @param target what the target looks like now; gives the dialect, and names that are taken
   * @param quoted writes a name as the target's server prints it
   * @param overrides the types that a person wants
   * @param style how names are written in PostgreSQL
   */
  public Translator(
      Schema target, UnaryOperator<String> quoted, TypeOverrides overrides, NameStyle style) {
    this.target = target;
    this.quoted = quoted;
    this.overrides = overrides;
    this.style = style;
  }

  /**
   * Translates.
   *
   * @param source a schema of the other dialect
   * @param censuses what the source's columns really hold, by table; none where each value has its
   *     column's type
   * @throws io.liftlock.core.error.LiftlockException with VALUES_MISFIT or COPY_MAPPING_INVALID for
   *     every type that a person wants and that cannot be
   */
  public Translation translate(Schema source, Map<ObjectId, List<ColumnCensus>> censuses) {
    Draft draft = new Draft();
    if (target.dialect() == Dialect.POSTGRES) {
      new ToPostgres(source, target, quoted, overrides, style, draft).translate(censuses);
    } else {
      new ToSqlite(source, target, quoted, overrides, draft).translate();
    }
    return draft.done(target.dialect(), target.serverVersion());
  }
}
