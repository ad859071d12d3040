package io.liftlock.core.syntax;

import java.util.List;
import java.util.Optional;

/**
 * What a routine, a DO block or a trigger does.
 *
 * @param text the body as its own language has it, quotes taken away
 * @param at 0-based offset of its first character in the statement's text
 * @param statements the commands in it, in order, of every branch and loop
 * @param dynamic where commands are made at run time (EXECUTE), as offsets in the statement's text
 * @param notUnderstood why it could not be read, where it could not: a language that liftlock does
 *     not read, or syntax that the grammar refuses
 */
public record RoutineBody(
    String text,
    int at,
    List<BodyStatement> statements,
    List<Integer> dynamic,
    Optional<NotUnderstood> notUnderstood) {
  /** Copies what it is given. */
  public RoutineBody {
    statements = List.copyOf(statements);
    dynamic = List.copyOf(dynamic);
  }
}
