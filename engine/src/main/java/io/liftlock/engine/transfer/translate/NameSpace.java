package io.liftlock.engine.transfer.translate;

import io.liftlock.core.sql.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives out names that differ, as one kind of database tells names apart. */
final class NameSpace {

  /** PostgreSQL cuts longer names, without a word when they are in a script. */
  private static final int POSTGRES_BYTES = 63;

  private final int bytes;
  private final boolean ignoresCase;
  private final Set<String> taken = new HashSet<>();

  private NameSpace(int bytes, boolean ignoresCase) {
    this.bytes = bytes;
    this.ignoresCase = ignoresCase;
  }

  static NameSpace ofPostgres() {
    return new NameSpace(POSTGRES_BYTES, false);
  }

  static NameSpace ofSqlite() {
    return new NameSpace(Integer.MAX_VALUE, true);
  }

  /**
   * Names for several, in their order. Where two are one but for their case, the one without
   * capitals keeps its name: it is the one that queries without quotes mean.
   */
  List<String> takeAll(List<String> wanted) {
    Map<String, String> given = new HashMap<>();
    for (boolean plain : new boolean[] {true, false}) {
      for (String name : wanted) {
        if (plain == name.equals(name.toLowerCase(Locale.ROOT))) {
          given.put(name, take(name));
        }
      }
    }
    return wanted.stream().map(name -> given.getOrDefault(name, name)).toList();
  }

  /** The name that is wanted, or the nearest to it that is short enough and not taken. */
  String take(String wanted) {
    String name = fitting(wanted, "");
    for (int number = 2; !taken.add(ignoresCase ? name.toLowerCase(Locale.ROOT) : name); number++) {
      name = fitting(wanted, "_" + number);
    }
    return name;
  }

  /**
   * A name that is cut bears a part of the whole one's hash, so that it does not depend on others.
   */
  private String fitting(String wanted, String ending) {
    if (length(wanted + ending) <= bytes) {
      return wanted + ending;
    }
    String tail = "_" + Checksum.sha256(wanted).substring(0, 8) + ending;
    int end = wanted.length();
    while (length(wanted.substring(0, end)) > bytes - tail.length()
        || Character.isHighSurrogate(wanted.charAt(end - 1))) {
      end--;
    }
    return wanted.substring(0, end) + tail;
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
