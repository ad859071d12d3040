package io.liftlock.engine.safety.outline;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of types tell. */
final class TypeNames {

  private static final Pattern MODIFIERS = Pattern.compile("\\(([^)]*)\\)");

  private TypeNames() {}

  /** A type's name as that of an object: {@code app.mood}. */
  static RelationName named(TypeName type) {
    if (type.name().indexOf('.') < 0 && type.name().indexOf('"') < 0) {
      return RelationName.of(type.name());
    }
    List<String> names = ObjectId.names(type.name());
    return names.size() > 1
        ? RelationName.of(names.get(names.size() - 2), names.get(names.size() - 1))
        : RelationName.of(names.get(0));
  }

  /** A type as the server prints it: {@code character varying(20)[]}. */
  static TypeName printed(String text) {
    String bare = text;
    boolean array = bare.endsWith("]");
    if (array) {
      bare = bare.substring(0, bare.indexOf('['));
    }
    List<Integer> modifiers = new ArrayList<>();
    Matcher matcher = MODIFIERS.matcher(bare);
    if (matcher.find() && bare.indexOf('"') < 0) {
      for (String number : matcher.group(1).split(",", -1)) {
        if (number.strip().matches("-?[0-9]{1,9}")) {
          modifiers.add(Integer.parseInt(number.strip()));
        }
      }
      bare = matcher.replaceFirst("").replaceAll(" +", " ").strip();
    }
    return new TypeName(text, bare.toLowerCase(Locale.ROOT), modifiers, array);
  }
}
