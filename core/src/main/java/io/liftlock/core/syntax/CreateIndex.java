package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE INDEX}.
 *
 * @param name its name, where one is given
 * @param table what is indexed
 * @param ifNotExists whether it does nothing where an index of that name is there
 * @param only whether the partitions are left out
 * @param unique whether it refuses equal keys
 * @param concurrently whether writers go on meanwhile
 * @param method the access method in lower case, {@code btree} where none is said
 * @param parts what it is ordered by, in order
 * @param included the columns that are only carried along
 * @param where which rows it holds, where not all
 */
public record CreateIndex(
    Optional<String> name,
    RelationName table,
    boolean ifNotExists,
    boolean only,
    boolean unique,
    boolean concurrently,
    String method,
    List<IndexPart> parts,
    List<String> included,
    Optional<Expression> where)
    implements Command {
  /** Copies what it is given. */
  public CreateIndex {
    parts = List.copyOf(parts);
    included = List.copyOf(included);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.createIndex(this);
  }
}
