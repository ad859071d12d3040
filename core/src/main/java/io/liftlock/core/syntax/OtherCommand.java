package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;

/**
 * A command that safety has little to say about: its first words tell which.
 *
 * @param words the leading keywords in lower case: {@code create aggregate}, {@code listen}
 * @param relations the relations it names, where it names some
 */
public record OtherCommand(String words, List<RelationName> relations) implements Command {
  /** Copies what it is given. */
  public OtherCommand {
    relations = List.copyOf(relations);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.otherCommand(this);
  }
}
