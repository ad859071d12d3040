package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ChangePublication;
import io.liftlock.core.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Folds what happens to publications. */
final class PublicationFold {

  private final Drawing drawing;

  PublicationFold(Drawing drawing) {
    this.drawing = drawing;
  }

  /** What ALTER PUBLICATION names is taken to be added: that it drops some cannot be seen. */
  void change(ChangePublication command) {
    Optional<PublicationOutline> known =
        command.create()
            ? Optional.empty()
            : drawing.now().holdings().publications().get(command.name());
    List<RelationName> tables =
        new ArrayList<>(known.map(PublicationOutline::tables).orElse(List.of()));
    command.tables().stream()
        .map(drawing::resolve)
        .filter(each -> !tables.contains(each))
        .forEach(tables::add);
    List<String> schemas =
        new ArrayList<>(known.map(PublicationOutline::schemas).orElse(List.of()));
    command.schemas().stream().filter(each -> !schemas.contains(each)).forEach(schemas::add);
    Map<RelationName, Expression> filters =
        new HashMap<>(known.map(PublicationOutline::filters).orElse(Map.of()));
    command.tables().stream()
        .filter(each -> command.filters().containsKey(each.toString()))
        .forEach(
            each -> {
              Expression filter = command.filters().get(each.toString());
              if (filter != null) {
                filters.put(drawing.resolve(each), filter);
              }
            });
    drawing.put(
        new PublicationOutline(
            command.name(),
            command.allTables() || known.map(PublicationOutline::allTables).orElse(false),
            tables,
            schemas,
            command.operations().isEmpty()
                ? known.map(PublicationOutline::operations).orElse(Set.of())
                : command.operations(),
            filters));
  }

  /** A publication in which a table has another name. */
  static PublicationOutline renamed(
      PublicationOutline publication, RelationName old, RelationName next) {
    Map<RelationName, Expression> filters = new HashMap<>(publication.filters());
    Expression filter = filters.remove(old);
    if (filter != null) {
      filters.put(next, filter);
    }
    return new PublicationOutline(
        publication.name(),
        publication.allTables(),
        TableDraft.changed(publication.tables(), old::equals, each -> next),
        publication.schemas(),
        publication.operations(),
        filters);
  }
}
