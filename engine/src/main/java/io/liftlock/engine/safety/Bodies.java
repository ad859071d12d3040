package io.liftlock.engine.safety;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.DoBlock;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.RoutineBody;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.RoutineOutline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The commands that happen with a command: those of a DO block, and those of the routines that a
 * query or CALL calls, where the migrations made them.
 */
final class Bodies {

  /**
   * A command that happens with another.
   *
   * @param at 0-based offset in the statement's text: of the command itself in a DO block, of the
   *     call where it stands in a routine
   * @param command what it says
   * @param called whether it stands in a routine, whose text is elsewhere
   */
  record Inner(int at, Command command, boolean called) {}

  private final String text;
  private final Outline outline;
  private final List<Inner> inner = new ArrayList<>();
  private final List<NotUnderstood> missed = new ArrayList<>();
  private final Set<RoutineOutline> entered = new HashSet<>();

  private Bodies(String text, Outline outline) {
    this.text = text;
    this.outline = outline;
  }

  /**
   * What happens with a command.
   *
   * @param text the statement's
   * @param before the schema before it
   */
  static Bodies of(Command command, String text, Outline before) {
    Bodies bodies = new Bodies(text, before);
    bodies.enter(command, -1);
    return bodies;
  }

  /** The commands, in order. */
  List<Inner> inner() {
    return inner;
  }

  /** The bodies that could not be read. */
  List<NotUnderstood> missed() {
    return missed;
  }

  /**
   * @param call where the outermost call stands; -1 outside of routines
   */
  private void enter(Command command, int call) {
    command.match(
        new Command.Some<Boolean>() {
          @Override
          public Boolean otherwise(Command other) {
            return false;
          }

          @Override
          public Boolean doBlock(DoBlock block) {
            take(block.body(), call);
            return true;
          }

          @Override
          public Boolean query(Query query) {
            query.calls().forEach(each -> call(each, call));
            return true;
          }
        });
  }

  private void call(Call call, int outer) {
    List<String> path = List.of(call.name().split("\\.", 2));
    RelationName name =
        path.size() == 1 ? RelationName.of(path.get(0)) : RelationName.of(path.get(0), path.get(1));
    for (RoutineOutline routine : outline.routines(name)) {
      if (routine.arguments().size() >= call.arguments() && entered.add(routine)) {
        int at = outer >= 0 ? outer : Math.max(1, place(call));
        routine.body().ifPresent(body -> take(body, at));
      }
    }
  }

  private int place(Call call) {
    return text.toLowerCase(Locale.ROOT).indexOf(call.name());
  }

  private void take(RoutineBody body, int call) {
    body.notUnderstood()
        .ifPresent(why -> missed.add(new NotUnderstood(call < 0 ? why.at() : call, why.message())));
    for (BodyStatement statement : body.statements()) {
      inner.add(new Inner(call < 0 ? statement.at() : call, statement.command(), call >= 0));
      enter(statement.command(), call);
    }
  }
}
