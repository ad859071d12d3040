package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AttachPartition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.PartitionOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** A table that becomes a partition without a row being read under a strong lock. */
public final class AttachSteps {

  private AttachSteps() {}

  /**
   * Instead of {@code ATTACH PARTITION}: checks prove beforehand what the server would read.
   *
   * @return empty where the condition of the bound cannot be said
   */
  public static Optional<Fix> of(Moment moment, AlterTable alter, AttachPartition attach) {
    Optional<TableOutline> parent = moment.outline().table(alter.name());
    if (moment.inBody() || parent.isEmpty()) {
      return Optional.empty();
    }
    RelationName child = moment.outline().resolve(attach.partition());
    boolean readsChild = moment.forecast().scanned().contains(child);
    return attach
        .bound()
        .flatMap(
            bound ->
                append(
                    new StepList(),
                    moment,
                    parent.get(),
                    child,
                    bound,
                    readsChild,
                    moment.statement().text()))
        .map(StepList::rewrite);
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
    Optional<String> own = PartitionBound.condition(parent, bound);
    Optional<String> whole = own.flatMap(condition -> within(moment, parent, condition));
    if (own.isEmpty() || whole.isEmpty()) {
      return Optional.empty();
    }
    StepList behind = new StepList();
    if (readsChild) {
      prove(
          steps,
          behind,
          moment.shown(child),
          Target.joined(child.name(), "", "bound"),
          whole.get());
    }
    moment.outline().partitions(parent.name()).stream()
        .filter(part -> part.partitionOf().filter(each -> each.isDefault()).isPresent())
        .findFirst()
        .ifPresent(
            rest ->
                prove(
                    steps,
                    behind,
                    moment.shown(rest.name()),
                    Target.joined(rest.name().name(), child.name(), "excluded"),
                    "NOT (" + own.get() + ")"));
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

  /** A condition and those of the partitioned tables above: the server asks for all of them. */
  private static Optional<String> within(Moment moment, TableOutline table, String condition) {
    Optional<PartitionOutline> place = table.partitionOf();
    if (place.isEmpty()) {
      return Optional.of(condition);
    }
    return place
        .flatMap(PartitionOutline::bound)
        .flatMap(
            bound ->
                moment
                    .outline()
                    .table(place.get().parent())
                    .flatMap(
                        above ->
                            PartitionBound.condition(above, bound)
                                .flatMap(
                                    outer ->
                                        within(
                                            moment,
                                            above,
                                            "(" + outer + ") AND (" + condition + ")"))));
  }
}
