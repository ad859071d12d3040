package io.liftlock.postgres.render;

import io.liftlock.core.schema.ObjectKind;
import java.util.EnumMap;
import java.util.Map;

/** Which writer writes which kind. */
final class Writers {

  private static final Map<ObjectKind, KindWriter> ALL = all();

  private Writers() {}

  private static Map<ObjectKind, KindWriter> all() {
    Map<ObjectKind, KindWriter> writers = new EnumMap<>(ObjectKind.class);
    writers.put(ObjectKind.SCHEMA, new SchemaWriter());
    writers.put(ObjectKind.ENUM, new EnumWriter());
    writers.put(ObjectKind.DOMAIN, new DomainWriter());
    writers.put(ObjectKind.COMPOSITE_TYPE, new CompositeTypeWriter());
    writers.put(ObjectKind.RANGE_TYPE, new RangeTypeWriter());
    writers.put(ObjectKind.SEQUENCE, new SequenceWriter());
    writers.put(ObjectKind.TABLE, new TableWriter());
    writers.put(ObjectKind.FOREIGN_TABLE, new ForeignTableWriter());
    writers.put(ObjectKind.VIEW, new ViewWriter());
    writers.put(ObjectKind.MATERIALIZED_VIEW, new MaterializedViewWriter());
    writers.put(ObjectKind.COLUMN, new ColumnWriter());
    writers.put(ObjectKind.CONSTRAINT, new ConstraintWriter());
    writers.put(ObjectKind.INDEX, new IndexWriter());
    writers.put(ObjectKind.EXTENSION, new ExtensionWriter());
    writers.put(ObjectKind.COLLATION, new CollationWriter());
    writers.put(ObjectKind.FUNCTION, new RoutineWriter());
    writers.put(ObjectKind.PROCEDURE, new RoutineWriter());
    writers.put(ObjectKind.AGGREGATE, new DefinitionWriter());
    writers.put(ObjectKind.OPERATOR, new DefinitionWriter());
    writers.put(ObjectKind.CAST, new DefinitionWriter());
    writers.put(ObjectKind.TRIGGER, new TriggerWriter());
    writers.put(ObjectKind.RULE, new RuleWriter());
    writers.put(ObjectKind.POLICY, new PolicyWriter());
    writers.put(ObjectKind.STATISTICS, new StatisticsWriter());
    writers.put(ObjectKind.EVENT_TRIGGER, new EventTriggerWriter());
    writers.put(ObjectKind.PUBLICATION, new PublicationWriter());
    writers.put(ObjectKind.FOREIGN_DATA_WRAPPER, new ForeignDataWrapperWriter());
    writers.put(ObjectKind.FOREIGN_SERVER, new ForeignServerWriter());
    writers.put(ObjectKind.TEXT_SEARCH_PARSER, new DefinitionWriter());
    writers.put(ObjectKind.TEXT_SEARCH_TEMPLATE, new DefinitionWriter());
    writers.put(ObjectKind.TEXT_SEARCH_DICTIONARY, new TextSearchDictionaryWriter());
    writers.put(ObjectKind.TEXT_SEARCH_CONFIGURATION, new TextSearchConfigurationWriter());
    writers.put(ObjectKind.DEFAULT_PRIVILEGES, new DefaultPrivilegesWriter());
    return writers;
  }

  /** The writer of a kind. */
  static KindWriter of(ObjectKind kind) {
    KindWriter writer = ALL.get(kind);
    if (writer == null) {
      throw new IllegalArgumentException("PostgreSQL has no " + kind.word());
    }
    return writer;
  }
}
