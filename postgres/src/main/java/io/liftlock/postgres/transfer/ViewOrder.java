package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders views so that each comes behind those that it reads. */
final class ViewOrder {

  private final Link link;

  ViewOrder(Link link) {
    this.link = link;
  }

  List<ObjectId> order(List<ObjectId> views) {
    if (views.size() < 2) {
      return views;
    }
    Map<List<String>, Set<List<String>>> reads = reads();
    Map<List<String>, ObjectId> wanted = new HashMap<>();
    views.forEach(view -> wanted.put(view.path(), view));
    Set<ObjectId> ordered = new LinkedHashSet<>();
    Set<List<String>> seen = new HashSet<>();
    views.forEach(view -> visit(view.path(), reads, wanted, seen, ordered));
    return List.copyOf(ordered);
  }

  private static void visit(
      List<String> view,
      Map<List<String>, Set<List<String>>> reads,
      Map<List<String>, ObjectId> wanted,
      Set<List<String>> seen,
      Set<ObjectId> ordered) {
    if (!seen.add(view)) {
      return;
    }
    // Through views in between, too.
    reads.getOrDefault(view, Set.of()).forEach(of -> visit(of, reads, wanted, seen, ordered));
    ObjectId found = wanted.get(view);
    if (found != null) {
      ordered.add(found);
    }
  }

  private Map<List<String>, Set<List<String>>> reads() {
    Reply reply =
        Exchange.ask(
            link,
            "the views of the target cannot be looked up",
            """
            SELECT DISTINCT vn.nspname, v.relname, rn.nspname, r.relname
              FROM pg_catalog.pg_rewrite w
              JOIN pg_catalog.pg_class v ON v.oid = w.ev_class AND v.relkind IN ('v', 'm')
              JOIN pg_catalog.pg_namespace vn ON vn.oid = v.relnamespace
              JOIN pg_catalog.pg_depend d
                ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid = w.oid
               AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
              JOIN pg_catalog.pg_class r
                ON r.oid = d.refobjid AND r.relkind IN ('v', 'm') AND r.oid <> v.oid
              JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace\
            """);
    Map<List<String>, Set<List<String>>> reads = new HashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      reads
          .computeIfAbsent(
              List.of(reply.required(row, 0), reply.required(row, 1)), any -> new HashSet<>())
          .add(List.of(reply.required(row, 2), reply.required(row, 3)));
    }
    return reads;
  }
}
