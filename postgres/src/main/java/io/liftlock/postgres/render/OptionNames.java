package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.Property;
import java.util.ArrayList;
import java.util.List;

/** Options of the form {@code name=value}. */
final class OptionNames {

  private OptionNames() {}

  /**
   * What SET has to name: new and changed options as they are, and those that are gone with their
   * usual value.
   */
  static List<String> changed(Change.Alter change, String usual) {
    List<String> before = change.from().list(Property.OPTIONS);
    List<String> after = change.to().list(Property.OPTIONS);
    List<String> changed = new ArrayList<>(after);
    changed.removeAll(before);
    List<String> names = after.stream().map(OptionNames::name).toList();
    before.stream()
        .map(OptionNames::name)
        .filter(name -> !names.contains(name))
        .forEach(name -> changed.add(name + "=" + usual));
    return changed;
  }

  private static String name(String option) {
    return option.substring(0, option.indexOf('='));
  }
}
