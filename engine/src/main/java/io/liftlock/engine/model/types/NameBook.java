package io.liftlock.engine.model.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Gives out names that a language accepts, each once. Two names that differ in case only count as
 * alike, since some file systems take them so.
 */
final class NameBook {

  private final Set<String> reserved;
  private final Set<String> given = new HashSet<>();

  /**
   * @param reserved words that are never given, as the language writes them
   */
  NameBook(Set<String> reserved) {
    this.reserved = reserved;
  }

  /**
   * The wanted name, or one like it where that is taken or reserved.
   *
   * @param fallback the name of what has no sign in its name that the language takes
   */
  String give(String wanted, String fallback) {
    String name = wanted.isEmpty() ? fallback : wanted;
    if (Character.isDigit(name.charAt(0))) {
      name = "_" + name;
    }
    if (reserved.contains(name)) {
      name = name + "_";
    }
    String unique = name;
    for (int number = 2; !given.add(unique.toLowerCase(Locale.ROOT)); number++) {
      unique = name + "_" + number;
    }
    return unique;
  }

  /** The words of a name: {@code order_items}, {@code OrderItems} and {@code order items} alike. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char before = ' ';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean part = Character.isLetterOrDigit(c);
      boolean begins = Character.isUpperCase(c) && Character.isLowerCase(before);
      if ((!part || begins) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (part) {
        word.append(c);
      }
      before = c;
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** {@code OrderItems}. */
  static String pascal(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : words(name)) {
      text.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  /** {@code orderItems}. */
  static String camel(String name) {
    String pascal = pascal(name);
    return pascal.isEmpty()
        ? ""
        : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
  }

  /** {@code ORDER_ITEMS}. */
  static String upper(String name) {
    return String.join("_", words(name)).toUpperCase(Locale.ROOT);
  }

  /** {@code order_items}. */
  static String snake(String name) {
    return String.join("_", words(name)).toLowerCase(Locale.ROOT);
  }
}
