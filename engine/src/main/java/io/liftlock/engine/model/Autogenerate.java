package io.liftlock.engine.model;

import io.liftlock.core.change.Allowance;
import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the migrations that make one schema of another, with their rollbacks. Pure. What would
 * destroy data is left out unless it is allowed by name.
 */
public final class Autogenerate {

  private final Renderer renderer;
  private final Allowance allowance;

  /**
   * @param renderer writes the SQL
   * @param allowance what may be destroyed
   */
  public Autogenerate(Renderer renderer, Allowance allowance) {
    this.renderer = renderer;
    this.allowance = allowance;
  }

  /**
   * Writes the migrations.
   *
   * @param before the schema as it is, with the old names
   * @param renames what is renamed first
   * @param renamed the schema once everything is renamed; {@code before} where nothing is
   * @param model the schema as it shall be
   */
  public Generated generate(
      Schema before, List<Change.Rename> renames, Schema renamed, Schema model) {
    Generated whole = permitted(renames, renamed, model);
    return new Generated(
        whole.diff(),
        whole.renames(),
        migrations(before, renames, renamed, whole.diff()),
        whole.allowed(),
        whole.left());
  }

  /**
   * Only what may be done: no migrations yet.
   *
   * @param renames what is renamed first
   * @param renamed the schema once everything is renamed
   * @param model the schema as it shall be
   */
  public Generated permitted(List<Change.Rename> renames, Schema renamed, Schema model) {
    Set<Loss> left = new LinkedHashSet<>();
    SchemaDiff diff = withoutLosses(SchemaDiff.between(renamed, model), left);
    Set<Loss> allowed = new LinkedHashSet<>();
    for (Change change : diff.changes()) {
      renderer.loss(diff, change).ifPresent(allowed::add);
    }
    return new Generated(
        diff, List.copyOf(renames), List.of(), List.copyOf(allowed), List.copyOf(left));
  }

  /** Leaving one change out may bring back another that loses something. */
  private SchemaDiff withoutLosses(SchemaDiff diff, Set<Loss> left) {
    SchemaDiff now = diff;
    while (true) {
      Set<Change> refused = new LinkedHashSet<>();
      for (Change change : now.changes()) {
        Optional<Loss> loss = renderer.loss(now, change).filter(found -> !allowance.permits(found));
        loss.ifPresent(
            found -> {
              left.add(found);
              refused.add(change);
            });
      }
      SchemaDiff next = now.without(refused);
      // What cannot be left out without leaving out everything is not worth another round.
      if (refused.isEmpty() || next.changes().equals(now.changes())) {
        return next;
      }
      now = next;
    }
  }

  private List<GeneratedMigration> migrations(
      Schema before, List<Change.Rename> renames, Schema renamed, SchemaDiff diff) {
    List<GeneratedMigration> migrations = new ArrayList<>();
    Schema from = renamed;
    List<Renderer.Stage> stages = diff.isEmpty() ? List.of() : renderer.stages(diff);
    for (Renderer.Stage stage : stages) {
      SchemaDiff step = SchemaDiff.between(from, stage.schema());
      if (!step.isEmpty()) {
        SchemaScript up = renderer.render(step, stage.mode());
        SchemaScript down = renderer.render(step.inverse(), stage.mode());
        migrations.add(
            new GeneratedMigration(
                unused(stage.name(), migrations), up, down, from, stage.schema()));
        from = stage.schema();
      }
    }
    return renames.isEmpty() ? migrations : withRenames(before, renames, renamed, migrations);
  }

  /** The names of two stages may be alike, those of two files of a set must not. */
  private static String unused(String name, List<GeneratedMigration> others) {
    Set<String> used = new TreeSet<>();
    others.forEach(other -> used.add(other.suffix()));
    String unused = name;
    for (int number = 2; used.contains(unused); number++) {
      unused = name.isEmpty() ? Integer.toString(number) : name + "_" + number;
    }
    return unused;
  }

  /** Renames share the first transaction, so that nobody sees one without the other. */
  private List<GeneratedMigration> withRenames(
      Schema before,
      List<Change.Rename> renames,
      Schema renamed,
      List<GeneratedMigration> migrations) {
    SchemaScript up = renderer.rename(before, renames);
    SchemaScript down = renderer.rename(renamed, Generated.back(renames));
    List<GeneratedMigration> all = new ArrayList<>(migrations);
    if (!all.isEmpty() && all.get(0).up().transactional() && all.get(0).down().transactional()) {
      GeneratedMigration first = all.remove(0);
      all.add(
          0,
          new GeneratedMigration(
              first.suffix(), up.then(first.up()), first.down().then(down), before, first.after()));
    } else {
      all.add(0, new GeneratedMigration(unused("rename", all), up, down, before, renamed));
    }
    return all;
  }
}
