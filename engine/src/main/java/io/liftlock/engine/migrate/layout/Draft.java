package io.liftlock.engine.migrate.layout;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A migration as its layout finds it: which files it has and what names and metadata tell; nothing
 * of its SQL is read yet. Filled by a layout, then read only.
 */
public final class Draft {

  private final MigrationId id;
  private final String name;
  private final Migration.Kind kind;
  private final Migration.Lineage lineage;
  private final List<Part> parts = new ArrayList<>(2);
  private final List<MigrationId> parents = new ArrayList<>(1);
  private final Map<String, String> fields = new LinkedHashMap<>();
  private boolean transactional = true;
  private boolean forOthers;

  Draft(MigrationId id, String name, Migration.Kind kind, Migration.Lineage lineage) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.lineage = lineage;
  }

  /** Its id. */
  public MigrationId id() {
    return id;
  }

  /** Its name without the id. */
  public String name() {
    return name;
  }

  /** How often it runs. */
  public Migration.Kind kind() {
    return kind;
  }

  /** Where its parents come from. */
  public Migration.Lineage lineage() {
    return lineage;
  }

  /** Its files. */
  public List<Part> parts() {
    return parts;
  }

  /** Its files of one role. */
  public List<Part> parts(Part.Role role) {
    List<Part> found = new ArrayList<>(parts.size());
    for (Part part : parts) {
      if (part.role() == role) {
        found.add(part);
      }
    }
    return found;
  }

  /** Parents that metadata names. */
  public List<MigrationId> parents() {
    return parents;
  }

  /** Header fields that metadata tells: author, date, tags. */
  public Map<String, String> fields() {
    return fields;
  }

  /** False where a name or metadata forbids the transaction. */
  public boolean transactional() {
    return transactional;
  }

  /** Whether some file of it is for an engine that liftlock does not serve. */
  public boolean isForOthers() {
    return forOthers;
  }

  void servesOthers() {
    forOthers = true;
  }

  Draft with(Part part) {
    parts.add(part);
    return this;
  }

  Draft withParent(MigrationId parent) {
    parents.add(parent);
    return this;
  }

  Draft withField(String key, String text) {
    if (!text.isBlank()) {
      fields.merge(key, text.strip(), (before, more) -> before + " " + more);
    }
    return this;
  }

  Draft withoutTransaction() {
    transactional = false;
    return this;
  }
}
