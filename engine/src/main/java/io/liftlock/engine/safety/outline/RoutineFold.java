package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterRoutine;
import io.liftlock.core.syntax.CreateRoutine;
import io.liftlock.core.syntax.TypeName;
import java.util.List;
import java.util.Optional;

/** Folds what happens to functions and procedures. */
final class RoutineFold {

  private final Drawing drawing;

  RoutineFold(Drawing drawing) {
    this.drawing = drawing;
  }

  void create(CreateRoutine command) {
    RelationName name = drawing.now().resolveNew(command.name(), false);
    RoutineOutline made =
        new RoutineOutline(
            name,
            command.arguments(),
            command.returns(),
            command.language(),
            command.volatility(),
            Optional.of(command.body()));
    put(
        name,
        TableDraft.with(
            TableDraft.without(
                drawing.now().routines(name),
                each -> names(each.arguments()).equals(names(made.arguments()))),
            made));
  }

  private static List<String> names(List<TypeName> types) {
    return types.stream().map(type -> type.name() + (type.array() ? "[]" : "")).toList();
  }

  /** An overload that is not named is taken to be any of them. */
  void alter(AlterRoutine command) {
    RelationName name = drawing.resolve(command.name());
    List<RoutineOutline> known =
        drawing.now().routines(name).stream()
            .map(
                each ->
                    new RoutineOutline(
                        new RelationName(name.schema(), command.newName().orElse(name.name())),
                        each.arguments(),
                        each.returns(),
                        each.language(),
                        command.volatility().orElse(each.volatility()),
                        each.body()))
            .toList();
    if (!known.isEmpty()) {
      remove(name);
      put(known.get(0).name(), known);
    }
  }

  private void put(RelationName name, List<RoutineOutline> routines) {
    drawing.now(
        drawing
            .now()
            .with(
                drawing
                    .now()
                    .holdings()
                    .withRoutines(drawing.now().holdings().routines().with(name, routines))));
  }

  void remove(RelationName name) {
    drawing.now(
        drawing
            .now()
            .with(
                drawing
                    .now()
                    .holdings()
                    .withRoutines(drawing.now().holdings().routines().without(name))));
  }
}
