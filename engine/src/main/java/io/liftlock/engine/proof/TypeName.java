package io.liftlock.engine.proof;

import io.liftlock.core.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as PostgreSQL prints it, taken apart.
 *
 * @param path its names, unquoted; one name for a built-in type
 * @param modifiers what stands in parentheses, as it is written
 * @param array whether it is an array
 */
record TypeName(List<String> path, List<String> modifiers, boolean array) {

  private static final Pattern MODIFIERS = Pattern.compile("\\(([^()]*)\\)");

  static TypeName parse(String printed) {
    String text = printed.strip();
    boolean array = text.endsWith("[]");
    while (text.endsWith("[]")) {
      text = text.substring(0, text.length() - 2);
    }
    List<String> modifiers = new ArrayList<>();
    // Not where a quoted name has parentheses.
    Matcher matcher = MODIFIERS.matcher(text);
    if (matcher.find(text.lastIndexOf('"') + 1)) {
      for (String modifier : matcher.group(1).split(",")) {
        modifiers.add(modifier.strip());
      }
      text = text.substring(0, matcher.start()) + text.substring(matcher.end());
    }
    return new TypeName(ObjectId.names(text.replaceAll(" +", " ").strip()), modifiers, array);
  }

  /** Its last name in lower case: what a built-in type is told by. */
  String base() {
    return path.get(path.size() - 1).toLowerCase(Locale.ROOT);
  }

  /** A modifier that is a number, or a usual one. */
  int modifier(int index, int usual) {
    if (index >= modifiers.size() || !modifiers.get(index).matches("-?\\d{1,9}")) {
      return usual;
    }
    return Integer.parseInt(modifiers.get(index));
  }
}
