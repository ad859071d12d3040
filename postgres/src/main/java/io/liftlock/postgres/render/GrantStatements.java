package io.liftlock.postgres.render;

import io.liftlock.postgres.render.Grants.Hold;
import io.liftlock.postgres.render.Grants.Right;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes GRANT and REVOKE: what differs and nothing else, first what is taken, with as few
 * statements as can say it.
 *
 * @param prefix what stands before the verb, with a blank at its end; may be empty
 * @param target what stands behind ON: {@code TABLE app.users}
 * @param column the column that the rights are about, or null for the whole object
 */
record GrantStatements(String prefix, String target, @Nullable String column) {

  private enum Verb {
    REVOKE("REVOKE ", " FROM ", ""),
    REVOKE_OPTION("REVOKE GRANT OPTION FOR ", " FROM ", ""),
    GRANT("GRANT ", " TO ", ""),
    GRANT_OPTION("GRANT ", " TO ", " WITH GRANT OPTION");

    private final String begin;
    private final String preposition;
    private final String end;

    Verb(String begin, String preposition, String end) {
      this.begin = begin;
      this.preposition = preposition;
      this.end = end;
    }
  }

  /** For an object. */
  static GrantStatements on(String target) {
    return new GrantStatements("", target, null);
  }

  /** For a column of a relation. */
  static GrantStatements onColumn(String relation, String column) {
    return new GrantStatements("", "TABLE " + relation, column);
  }

  /** What makes the others of these. */
  List<String> between(Grants from, Grants to) {
    SortedSet<Right> rights = new TreeSet<>(from.holds().keySet());
    rights.addAll(to.holds().keySet());
    Map<Verb, Map<String, List<String>>> byVerb = new EnumMap<>(Verb.class);
    for (Right right : rights) {
      Hold before = from.holds().get(right);
      Hold after = to.holds().get(right);
      if (before != after) {
        byVerb
            .computeIfAbsent(verb(before, after), verb -> new TreeMap<>())
            .computeIfAbsent(right.grantee(), grantee -> new ArrayList<>())
            .add(privilege(right));
      }
    }
    List<String> sql = new ArrayList<>();
    byVerb.forEach((verb, byGrantee) -> sql.addAll(statements(verb, byGrantee)));
    return sql;
  }

  /** Null is what is usual, which one right is to nobody and another to PUBLIC or the owner. */
  private static Verb verb(@Nullable Hold before, @Nullable Hold after) {
    if (after == Hold.PASS_ON) {
      return Verb.GRANT_OPTION;
    }
    if (after == Hold.NOTHING || (after == null && before != Hold.NOTHING)) {
      return Verb.REVOKE;
    }
    return before == Hold.PASS_ON ? Verb.REVOKE_OPTION : Verb.GRANT;
  }

  /** Grantees of the same rights share a statement. */
  private List<String> statements(Verb verb, Map<String, List<String>> byGrantee) {
    Map<List<String>, List<String>> byPrivileges = new LinkedHashMap<>();
    byGrantee.forEach(
        (grantee, privileges) ->
            byPrivileges.computeIfAbsent(privileges, key -> new ArrayList<>()).add(grantee));
    return byPrivileges.entrySet().stream()
        .map(
            entry ->
                prefix
                    + verb.begin
                    + String.join(", ", entry.getKey())
                    + " ON "
                    + target
                    + verb.preposition
                    + String.join(", ", entry.getValue())
                    + verb.end)
        .collect(Collectors.toList());
  }

  private String privilege(Right right) {
    String of = column;
    return of == null ? right.privilege() : right.privilege() + " (" + Quoted.name(of) + ")";
  }
}
