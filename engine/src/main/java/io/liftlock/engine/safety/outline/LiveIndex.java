package io.liftlock.engine.safety.outline;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws the outline of a live database's index that belongs to no constraint. */
final class LiveIndex {

  private final Schema schema;
  private final SchemaObject index;
  private final Function<String, Expression> expressions;

  LiveIndex(Schema schema, SchemaObject index, Function<String, Expression> expressions) {
    this.schema = schema;
    this.index = index;
    this.expressions = expressions;
  }

  IndexOutline outline(TableDraft table) {
    return new IndexOutline(
        new RelationName(table.name.schema(), index.id().name()),
        table.name,
        index.is(Property.UNIQUE),
        index.text(Property.METHOD).orElse("btree"),
        index.list(Property.COLUMNS).stream().map(this::part).toList(),
        List.of(),
        index.text(Property.PREDICATE).map(expressions),
        Optional.empty(),
        index.text(Property.ATTACHED_TO).map(LiveIndex::parent),
        !index.is(Property.INVALID));
  }

  /** Schema and name of an index, which stands below its table. */
  private static RelationName parent(String qualified) {
    List<String> names = ObjectId.names(qualified);
    return new RelationName(names.size() > 1 ? names.get(0) : null, names.get(names.size() - 1));
  }

  private IndexPart part(String text) {
    ObjectId table = new ObjectId(ObjectKind.TABLE, index.id().container(), "");
    boolean column = schema.has(table.part(ObjectKind.COLUMN, text));
    return new IndexPart(
        column ? Optional.of(text) : Optional.empty(),
        column ? Optional.empty() : Optional.of(expressions.apply(text)),
        Optional.empty(),
        Optional.empty());
  }
}
