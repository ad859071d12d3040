package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AttachPartition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.BoundCondition;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table that becomes a partition without a row being read under a strong lock. */
public final class AttachSteps {

  private AttachSteps() {}

  /**
   * Instead of {@code ATTACH PARTITION}: checks prove beforehand what the server would read.
   *
   * @return empty where the condition of the bound cannot be said; a plan where the table lacks
   *     indexes or foreign keys of the partitioned one, which have to be built first
   */
  public static Optional<Fix> of(Moment moment, AlterTable alter, AttachPartition attach) {
    Optional<TableOutline> parent = moment.outline().table(alter.name());
    if (moment.inBody() || parent.isEmpty() || attach.bound().isEmpty()) {
      return Optional.empty();
    }
    RelationName child = moment.outline().resolve(attach.partition());
    StepList steps = new StepList();
    boolean whole = prepare(steps, moment, parent.get(), child);
    return append(
            steps,
            moment,
            parent.get(),
            child,
            attach.bound().get(),
            moment.forecast().scanned().contains(child),
            moment.statement().text())
        .map(all -> whole ? all.rewrite() : all.plan());
  }

  /** Builds what the table lacks as far as that is known; false where it lacks something. */
  private static boolean prepare(
      StepList steps, Moment moment, TableOutline parent, RelationName child) {
    Optional<TableOutline> table = moment.table(child);
    if (table.isEmpty()) {
      return true;
    }
    String name = moment.shown(child);
    List<IndexOutline> missing =
        parent.indexes().stream()
            .filter(index -> table.get().indexes().stream().noneMatch(own -> own.isLike(index)))
            .toList();
    for (IndexOutline index : missing) {
      String made =
          Target.joined(child.name(), "", index.name().name().replace(parent.name().name(), ""));
      steps.bare(
          "As the index " + moment.shown(index.name()) + " of the partitioned table is",
          "CREATE "
              + (index.unique() ? "UNIQUE " : "")
              + "INDEX CONCURRENTLY "
              + Target.quoted(made)
              + " ON "
              + name
              + " USING "
              + index.method()
              + " ("
              + index.parts().stream()
                  .map(
                      part ->
                          part.column()
                              .map(Target::quoted)
                              .or(() -> part.expression().map(each -> "(" + each.text() + ")"))
                              .orElse(""))
                  .collect(Collectors.joining(", "))
              + ")"
              + index.where().map(where -> " WHERE " + where.text()).orElse(""));
      index
          .constraint()
          .ifPresent(
              key ->
                  steps.own(
                      "It becomes the key, which takes a moment where no column may be NULL",
                      "ALTER TABLE "
                          + name
                          + " ADD "
                          + (parent.primaryKey().filter(each -> each.name().equals(key)).isPresent()
                              ? "PRIMARY KEY"
                              : "UNIQUE")
                          + " USING INDEX "
                          + Target.quoted(made)));
    }
    List<ConstraintOutline> keys =
        parent.constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream()
            .filter(
                key ->
                    table.get().constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream()
                        .noneMatch(
                            own ->
                                own.columns().equals(key.columns())
                                    && own.references().equals(key.references())))
            .toList();
    for (ConstraintOutline key : keys) {
      String add = "ALTER TABLE " + name + " ";
      steps
          .own(
              "New rows are looked up, those that are there not yet",
              add
                  + "ADD CONSTRAINT "
                  + Target.quoted(key.name())
                  + " FOREIGN KEY ("
                  + columns(key.columns())
                  + ") REFERENCES "
                  + key.references().map(moment::shown).orElse("")
                  + (key.referencedColumns().isEmpty()
                      ? ""
                      : " (" + columns(key.referencedColumns()) + ")")
                  + " NOT VALID")
          .own(
              "Rows are looked up while the application goes on",
              add + "VALIDATE CONSTRAINT " + Target.quoted(key.name()));
    }
    return missing.isEmpty() && keys.isEmpty();
  }

  private static String columns(List<String> names) {
    return names.stream().map(Target::quoted).collect(Collectors.joining(", "));
  }

  /** The steps around a statement that attaches. */
  static Optional<StepList> append(
      StepList steps,
      Moment moment,
      TableOutline parent,
      RelationName child,
      Expression bound,
      boolean readsChild,
      String statement) {
    Optional<BoundCondition> own = BoundCondition.of(parent, bound);
    Optional<BoundCondition> whole = BoundCondition.within(moment.outline(), parent, bound);
    if (own.isEmpty() || whole.isEmpty()) {
      return Optional.empty();
    }
    StepList behind = new StepList();
    if (readsChild) {
      String name = Target.joined(child.name(), "", "bound");
      prove(steps, behind, moment.shown(child), name, whole.get().sql());
    }
    moment.outline().partitions(parent.name()).stream()
        .filter(part -> part.partitionOf().filter(each -> each.isDefault()).isPresent())
        .filter(rest -> !own.get().isExcludedBy(rest))
        .findFirst()
        .ifPresent(
            rest ->
                prove(
                    steps,
                    behind,
                    moment.shown(rest.name()),
                    Target.joined(rest.name().name(), child.name(), "excluded"),
                    own.get().excluding()));
    steps.own("Nothing has to be read any more", statement.strip().replaceFirst(";$", ""));
    return Optional.of(steps.and(behind));
  }

  private static void prove(
      StepList steps, StepList behind, String table, String name, String condition) {
    String quoted = RelationName.quoted(name);
    String alter = "ALTER TABLE " + table;
    steps
        .own(
            "New rows of " + table + " are checked, those that are there not yet",
            alter + " ADD CONSTRAINT " + quoted + " CHECK (" + condition + ") NOT VALID")
        .own(
            "Rows are read while the application goes on reading and writing",
            alter + " VALIDATE CONSTRAINT " + quoted);
    behind.own("The check has served", alter + " DROP CONSTRAINT " + quoted);
  }
}
