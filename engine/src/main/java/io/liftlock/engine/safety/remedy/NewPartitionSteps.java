package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Partition;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** A new partition that is made apart from its table and joins it when it is there. */
public final class NewPartitionSteps {

  private NewPartitionSteps() {}

  /**
   * Instead of {@code CREATE TABLE … PARTITION OF}.
   *
   * @return empty where it says more than which part it is, or the bound's condition cannot be said
   */
  public static Optional<Fix> of(Moment moment, CreateTable table) {
    Optional<TableOutline> parent =
        table.partitionOf().flatMap(part -> moment.outline().table(part.parent()));
    Optional<Expression> bound = table.partitionOf().flatMap(Partition::bound);
    boolean plain =
        table.columns().isEmpty()
            && table.constraints().isEmpty()
            && table.partitionKey().isEmpty()
            && table.options().isEmpty()
            && !table.ifNotExists()
            && !table.foreign();
    if (moment.inBody() || !plain || parent.isEmpty() || bound.isEmpty()) {
      return Optional.empty();
    }
    String parentName = moment.shown(parent.get().name());
    String unlogged = table.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
    StepList steps =
        new StepList()
            .own(
                "Made apart: the partitioned table is only read for it",
                "CREATE "
                    + unlogged
                    + "TABLE "
                    + table.name()
                    + " (LIKE "
                    + parentName
                    + " INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED"
                    + " INCLUDING STORAGE INCLUDING COMPRESSION)");
    String attach =
        "ALTER TABLE "
            + parentName
            + " ATTACH PARTITION "
            + table.name()
            + " "
            + bound.get().text();
    return AttachSteps.append(
            steps,
            moment,
            parent.get(),
            moment.outline().resolve(table.name()),
            bound.get(),
            false,
            attach)
        .map(StepList::rewrite);
  }
}
