package io.liftlock.engine.safety.forecast;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterSequence;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.CreateSequence;
import io.liftlock.core.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is done to sequences. */
final class SequenceForecast {

  private static final Pattern NAMED =
      Pattern.compile("(?i)\\b(?:nextval|currval|setval)\\s*\\(\\s*'([^']+)'");
  private static final Set<String> MOVING = Set.of("nextval", "setval");

  private final Scene scene;

  SequenceForecast(Scene scene) {
    this.scene = scene;
  }

  void create(CreateSequence command) {
    owner(command.ownedBy());
  }

  void alter(AlterSequence command) {
    scene.lock(command.name(), LockMode.SHARE_ROW_EXCLUSIVE);
    owner(command.ownedBy());
  }

  private void owner(Optional<ColumnName> column) {
    column
        .flatMap(ColumnName::relation)
        .ifPresent(table -> scene.lock(table, LockMode.ACCESS_SHARE));
  }

  /** The sequence that an expression asks for a number. */
  static Optional<RelationName> named(Expression expression) {
    Matcher matcher = NAMED.matcher(expression.text());
    return matcher.find() ? Optional.of(name(matcher.group(1))) : Optional.empty();
  }

  private static RelationName name(String written) {
    List<String> names = ObjectId.names(written);
    return names.size() > 1
        ? RelationName.of(names.get(names.size() - 2), names.get(names.size() - 1))
        : RelationName.of(names.get(0));
  }

  /** Whether functions are called that move a sequence, whose name is not among what is known. */
  static boolean move(List<Call> calls) {
    return calls.stream().anyMatch(call -> MOVING.contains(call.name()));
  }
}
