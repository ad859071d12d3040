package io.liftlock.core.syntax;

import io.liftlock.core.sql.RelationName;
import java.util.Optional;
import java.util.Set;

/** One thing that an ALTER does to a relation. */
public sealed interface Alteration {

  /** 0-based offset of its first character in the statement's text. */
  int at();

  /** Gives each case its answer; a new case breaks every place that forgot it. */
  <R> R match(Cases<R> cases);

  /** One answer per case. */
  interface Cases<R> {
    R addColumn(AddColumn action);

    R dropColumn(DropColumn action);

    R alterColumnType(AlterColumnType action);

    R setDefault(SetDefault action);

    R dropDefault(DropDefault action);

    R setNotNull(SetNotNull action);

    R dropNotNull(DropNotNull action);

    R addIdentity(AddIdentity action);

    R setIdentity(SetIdentity action);

    R dropIdentity(DropIdentity action);

    R setExpression(SetExpression action);

    R dropExpression(DropExpression action);

    R setColumnStorage(SetColumnStorage action);

    R setColumnStatistics(SetColumnStatistics action);

    R addConstraint(AddConstraint action);

    R validateConstraint(ValidateConstraint action);

    R alterConstraint(AlterConstraint action);

    R dropConstraint(DropConstraint action);

    R renameColumn(RenameColumn action);

    R renameConstraint(RenameConstraint action);

    R renameTo(RenameTo action);

    R setSchema(SetSchema action);

    R ownerTo(OwnerTo action);

    R setTablespace(SetTablespace action);

    R setPersistence(SetPersistence action);

    R setAccessMethod(SetAccessMethod action);

    R setOptions(SetOptions action);

    R setTriggers(SetTriggers action);

    R setRule(SetRule action);

    R setRowSecurity(SetRowSecurity action);

    R attachPartition(AttachPartition action);

    R detachPartition(DetachPartition action);

    R inherit(Inherit action);

    R setReplicaIdentity(SetReplicaIdentity action);

    R clusterOn(ClusterOn action);

    R alterOther(AlterOther action);
  }

  /** The same answer, but for the cases that are overridden; for those who ask about some only. */
  interface Some<R> extends Cases<R> {
    /** The answer for every case that is not overridden. */
    R otherwise(Alteration action);

    @Override
    default R addColumn(AddColumn action) {
      return otherwise(action);
    }

    @Override
    default R dropColumn(DropColumn action) {
      return otherwise(action);
    }

    @Override
    default R alterColumnType(AlterColumnType action) {
      return otherwise(action);
    }

    @Override
    default R setDefault(SetDefault action) {
      return otherwise(action);
    }

    @Override
    default R dropDefault(DropDefault action) {
      return otherwise(action);
    }

    @Override
    default R setNotNull(SetNotNull action) {
      return otherwise(action);
    }

    @Override
    default R dropNotNull(DropNotNull action) {
      return otherwise(action);
    }

    @Override
    default R addIdentity(AddIdentity action) {
      return otherwise(action);
    }

    @Override
    default R setIdentity(SetIdentity action) {
      return otherwise(action);
    }

    @Override
    default R dropIdentity(DropIdentity action) {
      return otherwise(action);
    }

    @Override
    default R setExpression(SetExpression action) {
      return otherwise(action);
    }

    @Override
    default R dropExpression(DropExpression action) {
      return otherwise(action);
    }

    @Override
    default R setColumnStorage(SetColumnStorage action) {
      return otherwise(action);
    }

    @Override
    default R setColumnStatistics(SetColumnStatistics action) {
      return otherwise(action);
    }

    @Override
    default R addConstraint(AddConstraint action) {
      return otherwise(action);
    }

    @Override
    default R validateConstraint(ValidateConstraint action) {
      return otherwise(action);
    }

    @Override
    default R alterConstraint(AlterConstraint action) {
      return otherwise(action);
    }

    @Override
    default R dropConstraint(DropConstraint action) {
      return otherwise(action);
    }

    @Override
    default R renameColumn(RenameColumn action) {
      return otherwise(action);
    }

    @Override
    default R renameConstraint(RenameConstraint action) {
      return otherwise(action);
    }

    @Override
    default R renameTo(RenameTo action) {
      return otherwise(action);
    }

    @Override
    default R setSchema(SetSchema action) {
      return otherwise(action);
    }

    @Override
    default R ownerTo(OwnerTo action) {
      return otherwise(action);
    }

    @Override
    default R setTablespace(SetTablespace action) {
      return otherwise(action);
    }

    @Override
    default R setPersistence(SetPersistence action) {
      return otherwise(action);
    }

    @Override
    default R setAccessMethod(SetAccessMethod action) {
      return otherwise(action);
    }

    @Override
    default R setOptions(SetOptions action) {
      return otherwise(action);
    }

    @Override
    default R setTriggers(SetTriggers action) {
      return otherwise(action);
    }

    @Override
    default R setRule(SetRule action) {
      return otherwise(action);
    }

    @Override
    default R setRowSecurity(SetRowSecurity action) {
      return otherwise(action);
    }

    @Override
    default R attachPartition(AttachPartition action) {
      return otherwise(action);
    }

    @Override
    default R detachPartition(DetachPartition action) {
      return otherwise(action);
    }

    @Override
    default R inherit(Inherit action) {
      return otherwise(action);
    }

    @Override
    default R setReplicaIdentity(SetReplicaIdentity action) {
      return otherwise(action);
    }

    @Override
    default R clusterOn(ClusterOn action) {
      return otherwise(action);
    }

    @Override
    default R alterOther(AlterOther action) {
      return otherwise(action);
    }
  }

  /**
   * {@code ADD COLUMN}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column what is added
   * @param ifNotExists whether it does nothing where a column of that name is there
   */
  record AddColumn(int at, ColumnDefinition column, boolean ifNotExists) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.addColumn(this);
    }
  }

  /**
   * {@code DROP COLUMN}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   * @param ifExists whether it does nothing where it is not there
   * @param cascade whether what stands on it goes, too
   */
  record DropColumn(int at, String column, boolean ifExists, boolean cascade)
      implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dropColumn(this);
    }
  }

  /**
   * {@code ALTER COLUMN … TYPE}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   * @param type the new type
   * @param using how values are made from the old ones
   * @param collation the new collation, where one is said
   */
  record AlterColumnType(
      int at, String column, TypeName type, Optional<Expression> using, Optional<String> collation)
      implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.alterColumnType(this);
    }
  }

  /**
   * {@code ALTER COLUMN … SET DEFAULT}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   * @param value the new default
   */
  record SetDefault(int at, String column, Expression value) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setDefault(this);
    }
  }

  /**
   * {@code ALTER COLUMN … DROP DEFAULT}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   */
  record DropDefault(int at, String column) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dropDefault(this);
    }
  }

  /**
   * {@code ALTER COLUMN … SET NOT NULL}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   */
  record SetNotNull(int at, String column) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setNotNull(this);
    }
  }

  /**
   * {@code ALTER COLUMN … DROP NOT NULL}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   */
  record DropNotNull(int at, String column) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dropNotNull(this);
    }
  }

  /**
   * {@code ALTER COLUMN … ADD GENERATED … AS IDENTITY}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   */
  record AddIdentity(int at, String column) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.addIdentity(this);
    }
  }

  /**
   * {@code ALTER COLUMN … SET GENERATED} and its sequence's options.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   * @param restart whether its sequence begins anew
   */
  record SetIdentity(int at, String column, boolean restart) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setIdentity(this);
    }
  }

  /**
   * {@code ALTER COLUMN … DROP IDENTITY}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   */
  record DropIdentity(int at, String column) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dropIdentity(this);
    }
  }

  /**
   * {@code ALTER COLUMN … SET EXPRESSION}, PostgreSQL 17.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   * @param value the new expression
   */
  record SetExpression(int at, String column, Expression value) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setExpression(this);
    }
  }

  /**
   * {@code ALTER COLUMN … DROP EXPRESSION}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   */
  record DropExpression(int at, String column) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dropExpression(this);
    }
  }

  /**
   * {@code ALTER COLUMN … SET STORAGE} and {@code SET COMPRESSION}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   * @param compression whether it is about the compression
   */
  record SetColumnStorage(int at, String column, boolean compression) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setColumnStorage(this);
    }
  }

  /**
   * {@code ALTER COLUMN … SET STATISTICS}, {@code SET (n_distinct = …)} and {@code RESET (…)}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which; its number for an index
   */
  record SetColumnStatistics(int at, String column) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setColumnStatistics(this);
    }
  }

  /**
   * {@code ADD CONSTRAINT}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param constraint what is added
   */
  record AddConstraint(int at, ConstraintDefinition constraint) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.addConstraint(this);
    }
  }

  /**
   * {@code VALIDATE CONSTRAINT}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param constraint which
   */
  record ValidateConstraint(int at, String constraint) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.validateConstraint(this);
    }
  }

  /**
   * {@code ALTER CONSTRAINT}: deferrable, enforced, inherited or not.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param constraint which
   * @param enforced whether it is enforced from now on, where that is said
   */
  record AlterConstraint(int at, String constraint, Optional<Boolean> enforced)
      implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.alterConstraint(this);
    }
  }

  /**
   * {@code DROP CONSTRAINT}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param constraint which
   * @param ifExists whether it does nothing where it is not there
   * @param cascade whether what stands on it goes, too
   */
  record DropConstraint(int at, String constraint, boolean ifExists, boolean cascade)
      implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.dropConstraint(this);
    }
  }

  /**
   * {@code RENAME COLUMN}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param column which
   * @param newName its new name
   */
  record RenameColumn(int at, String column, String newName) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.renameColumn(this);
    }
  }

  /**
   * {@code RENAME CONSTRAINT}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param constraint which
   * @param newName its new name
   */
  record RenameConstraint(int at, String constraint, String newName) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.renameConstraint(this);
    }
  }

  /**
   * {@code RENAME TO}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param newName the relation's new name
   */
  record RenameTo(int at, String newName) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.renameTo(this);
    }
  }

  /**
   * {@code SET SCHEMA}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param schema where it goes
   */
  record SetSchema(int at, String schema) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setSchema(this);
    }
  }

  /**
   * {@code OWNER TO}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param owner the new owner, as written
   */
  record OwnerTo(int at, String owner) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ownerTo(this);
    }
  }

  /**
   * {@code SET TABLESPACE}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param tablespace where it goes
   */
  record SetTablespace(int at, String tablespace) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setTablespace(this);
    }
  }

  /**
   * {@code SET LOGGED} and {@code SET UNLOGGED}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param logged which of them
   */
  record SetPersistence(int at, boolean logged) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setPersistence(this);
    }
  }

  /**
   * {@code SET ACCESS METHOD}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param method the new one
   */
  record SetAccessMethod(int at, String method) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setAccessMethod(this);
    }
  }

  /**
   * {@code SET (…)} and {@code RESET (…)} of storage parameters.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param options their names in lower case
   */
  record SetOptions(int at, Set<String> options) implements Alteration {
    /** Copies what it is given. */
    public SetOptions {
      options = Set.copyOf(options);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setOptions(this);
    }
  }

  /**
   * {@code ENABLE} and {@code DISABLE TRIGGER}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param trigger which; {@code all} and {@code user} for those forms
   * @param enabled whether it fires from now on
   */
  record SetTriggers(int at, String trigger, boolean enabled) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setTriggers(this);
    }
  }

  /**
   * {@code ENABLE} and {@code DISABLE RULE}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param rule which
   * @param enabled whether it holds from now on
   */
  record SetRule(int at, String rule, boolean enabled) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setRule(this);
    }
  }

  /**
   * {@code ENABLE}, {@code DISABLE}, {@code FORCE} and {@code NO FORCE ROW LEVEL SECURITY}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param security which of them
   */
  record SetRowSecurity(int at, Security security) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setRowSecurity(this);
    }
  }

  /**
   * {@code ATTACH PARTITION}, of a table or an index.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param partition what is attached
   * @param bound FOR VALUES as written; empty for DEFAULT and for an index
   * @param isDefault whether it takes what no other takes
   */
  record AttachPartition(
      int at, RelationName partition, Optional<Expression> bound, boolean isDefault)
      implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.attachPartition(this);
    }
  }

  /**
   * {@code DETACH PARTITION}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param partition what is detached
   * @param concurrently whether others go on meanwhile
   * @param finalizing whether it ends what was interrupted
   */
  record DetachPartition(int at, RelationName partition, boolean concurrently, boolean finalizing)
      implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.detachPartition(this);
    }
  }

  /**
   * {@code INHERIT} and {@code NO INHERIT}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param parent from which
   * @param begins false for NO INHERIT
   */
  record Inherit(int at, RelationName parent, boolean begins) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inherit(this);
    }
  }

  /**
   * {@code REPLICA IDENTITY}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param identity {@code default}, {@code full}, {@code nothing}, or the name of an index
   */
  record SetReplicaIdentity(int at, String identity) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.setReplicaIdentity(this);
    }
  }

  /**
   * {@code CLUSTER ON} and {@code SET WITHOUT CLUSTER}.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param index which; empty for SET WITHOUT CLUSTER
   */
  record ClusterOn(int at, Optional<String> index) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.clusterOn(this);
    }
  }

  /**
   * An action that safety has little to say about.
   *
   * @param at 0-based offset of its first character in the statement's text
   * @param words its leading keywords in lower case
   */
  record AlterOther(int at, String words) implements Alteration {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.alterOther(this);
    }
  }

  /** The forms of row level security's switch. */
  enum Security {
    ENABLE,
    DISABLE,
    FORCE,
    NO_FORCE
  }
}
