package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.change.SchemaScript.Statement;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes changes as PostgreSQL's SQL. */
public final class PostgresRenderer implements Renderer {

  /** One difference is asked about change by change, and what it replaces is the same for all. */
  private volatile @Nullable Losses known;

  /** Knows nothing but the schemas it is given. */
  public PostgresRenderer() {}

  @Override
  public String quoted(String name) {
    return Quoted.name(name);
  }

  @Override
  public SchemaScript render(SchemaDiff diff, Mode mode) {
    Passage passage = new Passage(diff.from(), diff.to(), mode);
    Planner.Plan plan = new Planner(diff, passage).plan();
    return new SchemaScript(ScriptWriter.write(passage, plan), notes(diff));
  }

  private static List<Problem> notes(SchemaDiff diff) {
    List<Problem> notes = new ArrayList<>();
    for (ObjectId relation : diff.reordered()) {
      notes.add(
          Problem.warning(
              ErrorCode.CHANGE_IMPOSSIBLE,
              relation + " has its columns in another order, which no ALTER TABLE can change"));
    }
    return notes;
  }

  @Override
  public SchemaScript rename(Schema from, List<Change.Rename> renames) {
    List<Statement> statements = new ArrayList<>();
    for (Change.Rename rename : renames) {
      Renames.sql(from, rename).forEach(sql -> statements.add(Statement.of(rename.to(), sql)));
    }
    return new SchemaScript(statements, List.of());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // To compare all objects would cost what is to be saved.
  public Optional<Loss> loss(SchemaDiff diff, Change change) {
    Losses losses = known;
    if (losses == null || losses.diff() != diff) {
      losses = new Losses(diff, new Passage(diff.from(), diff.to(), Mode.PLAIN));
      known = losses;
    }
    return losses.of(change);
  }

  @Override
  public List<Stage> stages(SchemaDiff diff) {
    return Stages.of(diff);
  }
}
