package io.liftlock.postgres.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks only what the role may ask. Every role may read the catalogs that the readers need, unless
 * somebody took the right away; then that part of the schema is told to be unseen. Without the
 * catalogs that everything hangs on, the server's own error says enough.
 */
final class Sight {

  private static final Set<String> ESSENTIAL =
      Set.of(
          "pg_attribute",
          "pg_class",
          "pg_constraint",
          "pg_depend",
          "pg_index",
          "pg_namespace",
          "pg_type");

  private static final Pattern READ = Pattern.compile("(?:FROM|JOIN)\\s+pg_catalog\\.(pg_\\w+)");

  private static final String HIDDEN =
      """
      SELECT c.relname
        FROM pg_catalog.pg_class c
       WHERE c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace AND c.relkind IN ('r', 'v')
         AND NOT pg_catalog.has_any_column_privilege(c.oid, 'SELECT')\
      """;

  private static final Rows NONE =
      new Rows() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public @Nullable String text(int row, int column) {
          throw new IndexOutOfBoundsException(row);
        }
      };

  private final CatalogLink link;
  private final Set<String> missed = new TreeSet<>();

  Sight(CatalogLink link) {
    this.link = link;
  }

  /** Hands over the answers in the order of the queries; no rows where the role may not ask. */
  void ask(List<String> queries, Consumer<Rows> reader) {
    Set<String> hidden = hidden();
    List<String> asked = new ArrayList<>();
    Deque<Boolean> seen = new ArrayDeque<>();
    for (String query : queries) {
      Set<String> needed = needed(query);
      needed.retainAll(hidden);
      missed.addAll(needed);
      seen.add(needed.isEmpty());
      if (needed.isEmpty()) {
        asked.add(query);
      }
    }
    link.ask(
        asked,
        rows -> {
          passUnseen(seen, reader);
          seen.remove();
          reader.accept(rows);
        });
    passUnseen(seen, reader);
  }

  private static void passUnseen(Deque<Boolean> seen, Consumer<Rows> reader) {
    while (!seen.isEmpty() && !seen.element()) {
      seen.remove();
      reader.accept(NONE);
    }
  }

  private Set<String> hidden() {
    Set<String> hidden = new HashSet<>();
    link.ask(
        List.of(HIDDEN),
        rows -> {
          for (int row = 0; row < rows.size(); row++) {
            hidden.add(rows.required(row, 0));
          }
        });
    hidden.removeAll(ESSENTIAL);
    return hidden;
  }

  private static Set<String> needed(String query) {
    Set<String> needed = new HashSet<>();
    Matcher matcher = READ.matcher(query);
    while (matcher.find()) {
      needed.add(matcher.group(1));
    }
    return needed;
  }

  /** Tells of the catalogs that would have been asked. */
  void tell(Inventory inventory) {
    for (String catalog : missed) {
      inventory.notModelled(
          "catalog",
          "pg_catalog." + catalog,
          "the role may not read it, so what it holds is unseen; it needs GRANT SELECT ON"
              + " pg_catalog."
              + catalog);
    }
  }
}
