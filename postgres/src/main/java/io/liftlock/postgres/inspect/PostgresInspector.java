package io.liftlock.postgres.inspect;

import io.liftlock.core.database.Inspector;
import io.liftlock.core.schema.Schema;
import java.util.ArrayList;
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
    List<String> queries = new ArrayList<>();
    READERS.forEach(reader -> queries.addAll(reader.queries(scope)));
    List<Rows> answers = link.ask(queries);
    Inventory inventory = new Inventory(scope);
    int next = 0;
    for (CatalogReader reader : READERS) {
      int count = reader.queries(scope).size();
      reader.read(answers.subList(next, next + count), inventory);
      next += count;
    }
    return inventory.schema(serverVersion);
  }
}
