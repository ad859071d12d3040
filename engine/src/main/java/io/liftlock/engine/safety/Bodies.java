package io.liftlock.engine.safety;

import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.DoBlock;
import io.liftlock.core.syntax.RoutineBody;
import io.liftlock.engine.safety.outline.Outline;
import java.util.List;

/** The bodies that a command runs at once: what stands in them happens with it. */
final class Bodies {

  private Bodies() {}

  /**
   * The bodies that a command runs.
   *
   * @param before the schema before it
   */
  static List<RoutineBody> run(Command command, Outline before) {
    return command.match(
        new Command.Some<>() {
          @Override
          public List<RoutineBody> otherwise(Command other) {
            return List.of();
          }

          @Override
          public List<RoutineBody> doBlock(DoBlock block) {
            return List.of(block.body());
          }
        });
  }
}
