package io.liftlock.postgres.inspect;

import io.liftlock.core.database.Inspector;
import io.liftlock.core.database.Role;
import io.liftlock.core.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads what a PostgreSQL database looks like, in one message. */
public final class PostgresInspector implements Inspector {

  /**
   * In this order: what is nobody's object, then the objects, wholes before their parts; then what
   * every kind has (owners, comments, grants), by address; then what each stands on.
   */
  private static final List<CatalogReader> READERS =
      List.of(
          new MemberReader(),
          new ExtensionReader(),
          new SchemaReader(),
          new TypeReader(),
          new RangeReader(),
          new TableReader(),
          new ViewReader(),
          new ColumnReader(),
          new InheritanceReader(),
          new ConstraintReader(),
          new IndexReader(),
          new SequenceReader(),
          new CollationReader(),
          new RoutineReader(),
          new AggregateReader(),
          new OperatorReader(),
          new TriggerReader(),
          new PolicyReader(),
          new StatisticsReader(),
          new PublicationReader(),
          new ForeignReader(),
          new TextSearchReader(),
          new DefaultPrivilegeReader(),
          new OwnerReader(),
          new CommentReader(),
          new GrantReader(),
          new UnmodelledReader(),
          new UnmodelledPartReader(),
          new DependencyReader());

  private final CatalogLink link;
  private final Scope scope;
  private final String serverVersion;

  /**
   * @param link asks the catalog
   * @param scope whose catalog it is
   * @param serverVersion as the server writes it
   */
  public PostgresInspector(CatalogLink link, Scope scope, String serverVersion) {
    this.link = link;
    this.scope = scope;
    this.serverVersion = serverVersion;
  }

  @Override
  public Schema inspect() {
    Inventory inventory = new Inventory(scope);
    List<String> queries = new ArrayList<>();
    Deque<Share> shares = new ArrayDeque<>();
    for (CatalogReader reader : READERS) {
      List<String> own = reader.queries(scope);
      if (!own.isEmpty()) {
        queries.addAll(own);
        shares.add(new Share(reader, own.size(), new ArrayList<>()));
      }
    }
    Sight sight = new Sight(link);
    sight.ask(
        queries,
        rows -> {
          Share share = shares.element();
          share.answers.add(rows);
          if (share.answers.size() == share.queries) {
            shares.remove();
            share.reader.read(share.answers, inventory);
          }
        });
    sight.tell(inventory);
    return inventory.schema(serverVersion);
  }

  @Override
  public List<Role> roles() {
    // To give an object away takes SET ROLE, which has been a right of its own since 16.
    String right = scope.since(16) ? "SET" : "MEMBER";
    List<Role> roles = new ArrayList<>();
    link.ask(
        List.of(
            """
            SELECT pg_catalog.quote_ident(r.rolname), pg_catalog.pg_has_role(r.oid, '%s')
              FROM pg_catalog.pg_roles r
             ORDER BY r.rolname COLLATE "C"\
            """
                .formatted(right)),
        rows -> {
          for (int row = 0; row < rows.size(); row++) {
            roles.add(new Role(rows.required(row, 0), rows.isTrue(row, 1)));
          }
        });
    return List.copyOf(roles);
  }

  /** What one reader has asked, and been answered so far. */
  private record Share(CatalogReader reader, int queries, List<Rows> answers) {}
}
