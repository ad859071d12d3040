package io.liftlock.core.migration;

import io.liftlock.core.sql.Script;
import java.util.List;
import java.util.Optional;

/**
 * One authored change to one database.
 *
 * @param id its id
 * @param name as people know it, without the id ({@code create_trades})
 * @param kind whether it runs once, or whenever it changes
 * @param database the configured database it is for
 * @param lineage where its parents come from
 * @param parents the ids it names itself
 * @param header what its comments say
 * @param file the file of the up script
 * @param up what to run
 * @param down what takes it back, if it can be taken back
 * @param verify what must succeed after it, if given
 */
public record Migration(
    MigrationId id,
    String name,
    Kind kind,
    String database,
    Lineage lineage,
    List<MigrationId> parents,
    Header header,
    String file,
    Script up,
    Optional<Script> down,
    Optional<Script> verify) {

  /** How often a migration runs. */
  public enum Kind {
    /** Once. */
    VERSIONED,
    /** Whenever its checksum is not the one that ran last; after all versioned ones. */
    REPEATABLE
  }

  /** Where a migration's parents come from. */
  public enum Lineage {
    /** The one before it in its branch, and those it names. */
    SEQUENCE,
    /** Only those it names; none makes it a root. */
    DECLARED
  }

  /** {@code id_name}, as its file is called. */
  public String title() {
    return name.isEmpty() || id.label().equals(name) || id.label().endsWith(name)
        ? id.toString()
        : id + "_" + name;
  }

  /** The same migration with another way up. */
  public Migration with(Script otherUp, Header otherHeader) {
    return new Migration(
        id, name, kind, database, lineage, parents, otherHeader, file, otherUp, down, verify);
  }
}
