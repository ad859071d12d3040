package io.liftlock.runtime.config;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.schema.Ignored;
import io.liftlock.core.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of schemas.
 *
 * @param model the SQL files and folders of the desired state by database; under the empty name
 *     those that are for every database
 * @param prelude what runs first in every scratch database: a word for one that liftlock brings
 *     along, or a file; null for none
 * @param scratchUrl a server where scratch databases are made, or null for that of the database
 * @param ignored what is left out of comparisons
 */
public record SchemaConfig(
    Map<String, List<Path>> model,
    @Nullable String prelude,
    @Nullable DatabaseUrl scratchUrl,
    List<Ignored> ignored) {

  /** Copies the collections. */
  public SchemaConfig {
    model = Map.copyOf(model);
    ignored = List.copyOf(ignored);
  }

  /** The files and folders of a database's model; empty where there is none. */
  public List<Path> model(String database) {
    return model.getOrDefault(database, model.getOrDefault("", List.of()));
  }

  /** The schema without what is ignored. */
  public Schema withoutIgnored(Schema schema) {
    return ignored.isEmpty()
        ? schema
        : schema.without(id -> ignored.stream().anyMatch(ignore -> ignore.pattern().means(id)));
  }
}
