package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.IndexOutline;
import java.util.Optional;

/** The index by which REFRESH … CONCURRENTLY tells rows apart. */
final class FullUniqueIndex {

  private FullUniqueIndex() {}

  /** A unique index without WHERE whose parts are all columns. */
  static Optional<IndexOutline> of(Moment moment, RelationName view) {
    return moment.outline().table(view).stream()
        .flatMap(known -> known.indexes().stream())
        .filter(
            index ->
                index.unique()
                    && index.valid()
                    && index.where().isEmpty()
                    && index.parts().stream().allMatch(part -> part.column().isPresent()))
        .findFirst();
  }
}
