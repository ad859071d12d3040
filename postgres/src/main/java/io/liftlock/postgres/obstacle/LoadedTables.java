package io.liftlock.postgres.obstacle;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.ArrayText;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables that rows are loaded into, with their partitions, and with what these are partitions
 * of.
 */
final class LoadedTables {

  /** Each table that is named or a partition below, then what is above; with who named it. */
  private static final String SQL =
      """
      WITH RECURSIVE down AS (
        SELECT c.oid, c.oid AS named
          FROM pg_catalog.unnest(%s) AS n(name)
          JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(n.name)
         UNION
        SELECT i.inhrelid, d.named
          FROM down d
          JOIN pg_catalog.pg_inherits i ON i.inhparent = d.oid
          JOIN pg_catalog.pg_class p ON p.oid = i.inhparent AND p.relkind = 'p'
      ), up AS (
        SELECT d.oid FROM down d
         UNION
        SELECT i.inhparent
          FROM up u
          JOIN pg_catalog.pg_inherits i ON i.inhrelid = u.oid
          JOIN pg_catalog.pg_class p ON p.oid = i.inhparent AND p.relkind = 'p'
      )
      SELECT u.oid, d.oid IS NOT NULL, n.nspname, c.relname
        FROM up u
        LEFT JOIN (SELECT DISTINCT ON (d.oid) d.oid, d.named FROM down d
                    ORDER BY d.oid, d.named = d.oid DESC) AS d ON d.oid = u.oid
        LEFT JOIN pg_catalog.pg_class c ON c.oid = d.named
        LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\
      """;

  private final Set<Long> down = new HashSet<>();
  private final Set<Long> up = new HashSet<>();
  private final Map<Long, ObjectId> named = new HashMap<>();

  private LoadedTables() {}

  static LoadedTables find(Link link, Collection<ObjectId> tables) {
    List<String> names = new ArrayList<>();
    for (ObjectId table : tables) {
      names.add(Quoted.qualified(table.path().get(0), table.path().get(1)));
    }
    Reply reply =
        Exchange.ask(
            link,
            "the tables that are to be loaded cannot be looked up",
            SQL.formatted(ArrayText.expression(names)));
    LoadedTables loaded = new LoadedTables();
    for (int row = 0; row < reply.rows().size(); row++) {
      long oid = reply.number(row, 0);
      loaded.up.add(oid);
      if (reply.isTrue(row, 1)) {
        loaded.down.add(oid);
        loaded.named.put(
            oid, ObjectId.of(ObjectKind.TABLE, reply.required(row, 2), reply.required(row, 3)));
      }
    }
    return loaded;
  }

  /** An array of the tables that are loaded and their partitions, for SQL. */
  String withPartitions() {
    return array(down);
  }

  /** An array of these and of what they are partitions of, for SQL. */
  String withRelatives() {
    return array(up);
  }

  /** An array of oids, for SQL. */
  static String array(Collection<Long> oids) {
    return oids.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "'{", "}'::pg_catalog.oid[]"));
  }

  /** The table that was named, where this is it or one of its partitions; else the table itself. */
  ObjectId named(long oid, ObjectId itself) {
    return named.getOrDefault(oid, itself);
  }
}
