package io.liftlock.engine.migrate;

import io.liftlock.core.migration.MetadataReader;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.engine.migrate.layout.Scaffold;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the migration that stands on all heads of a graph, so that it has one head again. */
public final class MergeWriter {

  private final NewMigration files;

  /** A writer; see {@link NewMigration}. */
  public MergeWriter(MetadataReader metadata, Clock clock) {
    this.files = new NewMigration(metadata, clock);
  }

  /**
   * Writes the merge.
   *
   * @param request as for a new migration; without a name it is called after what it joins, without
   *     a branch it is put on that of the last head
   * @param graph read from the same folder, without faults
   * @return what was written; empty where the graph has one head already, or none
   * @throws io.liftlock.core.error.UserError as {@link NewMigration#write}
   */
  public Optional<Written> write(NewRequest request, MigrationGraph graph) {
    List<MigrationId> heads = graph.heads();
    if (heads.size() < 2) {
      return Optional.empty();
    }
    String last = heads.get(heads.size() - 1).branch();
    String branch = request.branch() != null ? request.branch() : last.isEmpty() ? null : last;
    String names = heads.stream().map(MigrationId::toString).collect(Collectors.joining(" and "));
    String slug = Scaffold.slug(request.name());
    if (slug.isEmpty()) {
      slug =
          "merge_"
              + Scaffold.slug(
                  heads.stream()
                      .limit(3)
                      .map(id -> id.branch().isEmpty() ? id.label() : id.branch())
                      .distinct()
                      .collect(Collectors.joining(" ")));
    }
    // The head of its own branch is the one before it there, in any case.
    String own = branch == null ? "" : branch;
    List<MigrationId> depends =
        heads.stream().filter(id -> own.isEmpty() || !id.branch().equals(own)).toList();
    NewRequest onBranch =
        new NewRequest(
            request.folder(),
            request.base(),
            request.layout(),
            request.name(),
            request.author(),
            branch,
            request.database(),
            request.draft());
    return Optional.of(files.write(onBranch, slug, "merge " + names, depends));
  }
}
