package io.liftlock.engine.safety.outline;

import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.RoutineBody;
import io.liftlock.core.syntax.TypeName;
import io.liftlock.core.syntax.Volatility;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws the outline of a live database's function or procedure. */
final class LiveRoutine {

  private static final Pattern BODY = Pattern.compile("(?s)\\bAS (\\$\\w*\\$)(.*)\\1");
  private static final NotUnderstood NOT_READ =
      new NotUnderstood(0, "the bodies of routines that a database holds are not read");

  private LiveRoutine() {}

  static RoutineOutline outline(SchemaObject routine, RelationName name) {
    String definition = routine.text(Property.DEFINITION).orElse("");
    Matcher matcher = BODY.matcher(definition);
    boolean quoted = matcher.find();
    String head = quoted ? definition.substring(0, matcher.start()) : definition;
    return new RoutineOutline(
        name,
        arguments(routine.id().signature()),
        routine.text(Property.RETURNS).map(TypeNames::printed),
        routine.text(Property.LANGUAGE).orElse("sql"),
        volatility(head),
        Optional.of(
            new RoutineBody(
                quoted ? matcher.group(2) : definition,
                0,
                List.of(),
                List.of(),
                Optional.of(NOT_READ))));
  }

  /** {@code (integer, text)}. */
  private static List<TypeName> arguments(String signature) {
    String inner = signature.length() > 2 ? signature.substring(1, signature.length() - 1) : "";
    return inner.isBlank()
        ? List.of()
        : Arrays.stream(inner.split(",", -1)).map(String::strip).map(TypeNames::printed).toList();
  }

  private static Volatility volatility(String head) {
    String upper = head.toUpperCase(Locale.ROOT);
    if (upper.contains(" IMMUTABLE")) {
      return Volatility.IMMUTABLE;
    }
    return upper.contains(" STABLE") ? Volatility.STABLE : Volatility.VOLATILE;
  }
}
