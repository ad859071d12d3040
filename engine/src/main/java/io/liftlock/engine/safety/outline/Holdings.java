package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import java.util.List;

/**
 * What an outline holds beside its search path.
 *
 * @param relations tables and views
 * @param sequences by name
 * @param types those that are no domains, by name
 * @param domains by name
 * @param routines by name, with their overloads
 * @param publications by name
 * @param temporary whether there has been a temporary relation
 */
record Holdings(
    Relations relations,
    SharedMap<RelationName, SequenceOutline> sequences,
    SharedMap<RelationName, TypeOutline> types,
    SharedMap<RelationName, DomainOutline> domains,
    SharedMap<RelationName, List<RoutineOutline>> routines,
    SharedMap<String, PublicationOutline> publications,
    boolean temporary) {

  static final Holdings NONE =
      new Holdings(
          Relations.empty(),
          SharedMap.empty(),
          SharedMap.empty(),
          SharedMap.empty(),
          SharedMap.empty(),
          SharedMap.empty(),
          false);

  /** Whether anything has that name. */
  boolean knows(RelationName name) {
    return hasRelation(name) || types.has(name) || domains.has(name) || routines.has(name);
  }

  /** Whether a table, view, index or sequence has that name. */
  boolean hasRelation(RelationName name) {
    return relations.table(name).isPresent()
        || relations.index(name).isPresent()
        || sequences.has(name);
  }

  Holdings with(Relations other) {
    return new Holdings(other, sequences, types, domains, routines, publications, temporary);
  }

  Holdings withSequences(SharedMap<RelationName, SequenceOutline> other) {
    return new Holdings(relations, other, types, domains, routines, publications, temporary);
  }

  Holdings withTypes(SharedMap<RelationName, TypeOutline> other) {
    return new Holdings(relations, sequences, other, domains, routines, publications, temporary);
  }

  Holdings withDomains(SharedMap<RelationName, DomainOutline> other) {
    return new Holdings(relations, sequences, types, other, routines, publications, temporary);
  }

  Holdings withRoutines(SharedMap<RelationName, List<RoutineOutline>> other) {
    return new Holdings(relations, sequences, types, domains, other, publications, temporary);
  }

  Holdings withPublications(SharedMap<String, PublicationOutline> other) {
    return new Holdings(relations, sequences, types, domains, routines, other, temporary);
  }

  Holdings withTemporary() {
    return new Holdings(relations, sequences, types, domains, routines, publications, true);
  }
}
