package io.liftlock.postgres.render;

import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which new objects a routine's text mentions by name. The catalog knows nothing of what a body in
 * quotes uses; a name in it may be that of another thing, so that this says only what would be nice
 * to have first.
 */
final class Mentions {

  private static final Pattern WORD =
      Pattern.compile("\\w+|\"(?:[^\"]|\"\")+\"", Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, List<Step>> steps = new HashMap<>();
  private final Map<Step, SchemaObject> routines = new TreeMap<>();

  Mentions(Work work) {
    work.created().values().forEach(object -> add(Step.Action.CREATE, object));
    work.altered().values().forEach(change -> add(Step.Action.ALTER, change.to()));
  }

  private void add(Step.Action action, SchemaObject object) {
    Step step = Step.of(action, object);
    if (hasBody(object.kind())) {
      routines.put(step, object);
    }
    if (canBeMentioned(object.kind())) {
      steps.computeIfAbsent(object.id().name(), name -> new ArrayList<>()).add(step);
    }
  }

  private static boolean hasBody(ObjectKind kind) {
    return kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE;
  }

  private static boolean canBeMentioned(ObjectKind kind) {
    return switch (kind) {
      case CONSTRAINT,
          INDEX,
          TRIGGER,
          RULE,
          POLICY,
          STATISTICS,
          CAST,
          OPERATOR,
          EVENT_TRIGGER,
          PUBLICATION,
          DEFAULT_PRIVILEGES ->
          false;
      default -> true;
    };
  }

  /** The steps that write a routine. */
  Set<Step> routines() {
    return routines.keySet();
  }

  /**
   * The steps that make what the server looks for when it checks a routine's body: all of it in
   * SQL, only the types of variables in PL/pgSQL.
   */
  SortedSet<Step> checkedOf(Step routine) {
    SchemaObject object = routines.get(routine);
    if (object == null) {
      return new TreeSet<>();
    }
    SortedSet<Step> mentioned = of(routine);
    if (!object.list(Property.LANGUAGE).contains("sql")) {
      mentioned.removeIf(step -> hasBody(step.object().kind()) || step.object().kind().isPart());
    }
    return mentioned;
  }

  /** The steps that make what a routine mentions. */
  SortedSet<Step> of(Step routine) {
    SortedSet<Step> mentioned = new TreeSet<>();
    SchemaObject object = routines.get(routine);
    if (object != null) {
      Set<String> words = new HashSet<>();
      Matcher word = WORD.matcher(object.text(Property.DEFINITION).orElse(""));
      while (word.find()) {
        String text = word.group();
        words.add(
            text.startsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text);
      }
      words.forEach(name -> mentioned.addAll(steps.getOrDefault(name, List.of())));
      mentioned.remove(routine);
    }
    return mentioned;
  }
}
