package io.liftlock.engine.safety.forecast;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterDomain;
import io.liftlock.core.syntax.AlterPolicy;
import io.liftlock.core.syntax.AlterRoutine;
import io.liftlock.core.syntax.AlterSchema;
import io.liftlock.core.syntax.AlterSequence;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.core.syntax.Analyze;
import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.ChangeExtension;
import io.liftlock.core.syntax.ChangePublication;
import io.liftlock.core.syntax.ChangeSubscription;
import io.liftlock.core.syntax.Cluster;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Comment;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CopyRows;
import io.liftlock.core.syntax.CreateDomain;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.CreatePolicy;
import io.liftlock.core.syntax.CreateRoutine;
import io.liftlock.core.syntax.CreateRule;
import io.liftlock.core.syntax.CreateSchema;
import io.liftlock.core.syntax.CreateSequence;
import io.liftlock.core.syntax.CreateStatistics;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.CreateTrigger;
import io.liftlock.core.syntax.CreateType;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.DoBlock;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Grant;
import io.liftlock.core.syntax.LockTable;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Pragma;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.RefreshView;
import io.liftlock.core.syntax.Reindex;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.core.syntax.SetParameter;
import io.liftlock.core.syntax.TransactionControl;
import io.liftlock.core.syntax.Truncate;
import io.liftlock.core.syntax.Vacuum;
import io.liftlock.core.syntax.Write;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Forecasts one command. */
public final class CommandForecast implements Command.Cases<Boolean> {

  /** The version since which GRANT locks what it names. */
  private static final int GRANT_LOCKS = 18;

  private static final List<String> REFUSE_TRANSACTIONS =
      List.of("create database", "create tablespace", "drop tablespace", "alter system");

  private final Scene scene;

  private CommandForecast(Scene scene) {
    this.scene = scene;
  }

  /**
   * What a command will do.
   *
   * @param command what it says
   * @param before the schema before it
   * @param situation the version, and what its session has set
   */
  public static Forecast of(Command command, Outline before, Situation situation) {
    // SQLite locks the whole database, whatever is said.
    if (before.dialect() == Dialect.SQLITE) {
      return Forecast.NOTHING;
    }
    Effects effects = new Effects();
    command.match(new CommandForecast(new Scene(before, situation, effects)));
    return effects.forecast();
  }

  private Boolean lock(RelationName relation, LockMode mode) {
    scene.lock(relation, mode);
    return true;
  }

  private static Boolean nothing() {
    return true;
  }

  @Override
  public Boolean createTable(CreateTable command) {
    boolean there = command.ifNotExists() && scene.outline().table(command.name()).isPresent();
    if (there) {
      return true;
    }
    if (keyLacksPartitionKey(command)) {
      scene.fail("0A000", "a unique key of a partitioned table must hold its partition key");
      return true;
    }
    command.like().forEach(other -> lock(other, LockMode.ACCESS_SHARE));
    command.inherits().forEach(parent -> lock(parent, LockMode.SHARE_UPDATE_EXCLUSIVE));
    command.query().ifPresent(query -> new DataForecast(scene).query(query));
    command.constraints().forEach(each -> reference(command, each));
    command.columns().stream()
        .flatMap(column -> column.constraints().stream())
        .forEach(each -> reference(command, each));
    command
        .partitionOf()
        .ifPresent(
            partition ->
                new PartitionForecast(scene)
                    .create(scene.resolve(partition.parent()), partition.bound()));
    return true;
  }

  private static boolean keyLacksPartitionKey(CreateTable command) {
    return command
        .partitionKey()
        .filter(
            key ->
                Stream.concat(
                        command.constraints().stream(),
                        command.columns().stream().flatMap(column -> column.constraints().stream()))
                    .filter(
                        each ->
                            each.kind() == ConstraintDefinition.Kind.UNIQUE
                                || each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY)
                    .anyMatch(
                        each -> key.expressions() || !each.columns().containsAll(key.columns())))
        .isPresent();
  }

  private void reference(CreateTable command, ConstraintDefinition key) {
    key.references()
        .filter(target -> !target.equals(command.name()))
        .ifPresent(target -> scene.lockFamily(target, false, LockMode.SHARE_ROW_EXCLUSIVE));
  }

  @Override
  public Boolean alterTable(AlterTable command) {
    new TableForecast(scene, command).tell();
    return true;
  }

  @Override
  public Boolean createIndex(CreateIndex command) {
    new IndexForecast(scene).create(command);
    return true;
  }

  @Override
  public Boolean drop(Drop command) {
    new DropForecast(scene).drop(command);
    return true;
  }

  @Override
  public Boolean reindex(Reindex command) {
    new UpkeepForecast(scene).reindex(command);
    return true;
  }

  @Override
  public Boolean cluster(Cluster command) {
    new UpkeepForecast(scene).cluster(command);
    return true;
  }

  @Override
  public Boolean vacuum(Vacuum command) {
    new UpkeepForecast(scene).vacuum(command);
    return true;
  }

  @Override
  public Boolean analyze(Analyze command) {
    new UpkeepForecast(scene).analyze(command);
    return true;
  }

  @Override
  public Boolean truncate(Truncate command) {
    new UpkeepForecast(scene).truncate(command);
    return true;
  }

  @Override
  public Boolean lockTable(LockTable command) {
    for (RelationName name : command.tables()) {
      for (TableOutline table : scene.lockFamily(name, false, command.mode())) {
        if (table.kind() == RelationKind.VIEW) {
          table.uses().forEach(used -> scene.lockFamily(used, false, command.mode()));
        }
      }
    }
    return true;
  }

  @Override
  public Boolean createView(CreateView command) {
    new ViewForecast(scene).create(command);
    return true;
  }

  @Override
  public Boolean refreshView(RefreshView command) {
    new ViewForecast(scene).refresh(command);
    return true;
  }

  /** Those for each row are made on partitions, too; which kind it is, is not told. */
  @Override
  public Boolean createTrigger(CreateTrigger command) {
    lock(command.table(), LockMode.SHARE_ROW_EXCLUSIVE);
    if (scene.outline().table(command.table()).filter(TableOutline::isPartitioned).isPresent()) {
      scene.lockFamily(command.table(), false, LockMode.SHARE_ROW_EXCLUSIVE);
    }
    return true;
  }

  @Override
  public Boolean createRule(CreateRule command) {
    scene.effects().unknown("which relations the rule names is not told");
    return lock(command.table(), LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean createPolicy(CreatePolicy command) {
    if (command.using().filter(Expression::query).isPresent()
        || command.withCheck().filter(Expression::query).isPresent()) {
      scene.effects().unknown("which tables the policy reads is not told");
    }
    return lock(command.table(), LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean alterPolicy(AlterPolicy command) {
    return lock(command.table(), LockMode.ACCESS_EXCLUSIVE);
  }

  @Override
  public Boolean createSequence(CreateSequence command) {
    new SequenceForecast(scene).create(command);
    return true;
  }

  @Override
  public Boolean alterSequence(AlterSequence command) {
    new SequenceForecast(scene).alter(command);
    return true;
  }

  /** The server reads bodies in SQL when they are made, and looks their tables up. */
  @Override
  public Boolean createRoutine(CreateRoutine command) {
    if (command.language().equals("sql")) {
      for (BodyStatement statement : command.body().statements()) {
        statement.command().match(new BodyLocks(scene));
      }
    }
    return true;
  }

  @Override
  public Boolean alterRoutine(AlterRoutine command) {
    return nothing();
  }

  /** What its body does is forecast command by command. */
  @Override
  public Boolean doBlock(DoBlock command) {
    return nothing();
  }

  @Override
  public Boolean createType(CreateType command) {
    return nothing();
  }

  @Override
  public Boolean alterType(AlterType command) {
    new DomainForecast(scene).alter(command);
    return true;
  }

  @Override
  public Boolean createDomain(CreateDomain command) {
    return nothing();
  }

  @Override
  public Boolean alterDomain(AlterDomain command) {
    new DomainForecast(scene).alter(command);
    return true;
  }

  @Override
  public Boolean changeExtension(ChangeExtension command) {
    scene.effects().unknown("what the script of the extension does is not told");
    return true;
  }

  @Override
  public Boolean changePublication(ChangePublication command) {
    command.tables().forEach(table -> lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
    return true;
  }

  @Override
  public Boolean changeSubscription(ChangeSubscription command) {
    return nothing();
  }

  @Override
  public Boolean createSchema(CreateSchema command) {
    command.contents().forEach(each -> each.match(this));
    return true;
  }

  @Override
  public Boolean alterSchema(AlterSchema command) {
    return nothing();
  }

  /** Since 18 the relations that are named are locked against being dropped meanwhile. */
  @Override
  public Boolean grant(Grant command) {
    boolean relations =
        command
            .type()
            .filter(
                type ->
                    type == ObjectType.TABLE
                        || type == ObjectType.VIEW
                        || type == ObjectType.SEQUENCE)
            .isPresent();
    if (scene.major() >= GRANT_LOCKS && relations && !command.defaults()) {
      command.names().forEach(name -> lock(name, LockMode.ACCESS_SHARE));
    }
    return true;
  }

  @Override
  public Boolean comment(Comment command) {
    switch (command.type()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE, COLUMN ->
          lock(command.name(), LockMode.SHARE_UPDATE_EXCLUSIVE);
      case TRIGGER, CONSTRAINT, RULE, POLICY -> {
        if (scene.outline().domain(command.name()).isEmpty()) {
          lock(command.name(), LockMode.ACCESS_SHARE);
        }
      }
      default -> {}
    }
    return true;
  }

  @Override
  public Boolean createStatistics(CreateStatistics command) {
    command.tables().forEach(table -> lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
    return true;
  }

  @Override
  public Boolean setParameter(SetParameter command) {
    return nothing();
  }

  @Override
  public Boolean transactionControl(TransactionControl command) {
    return nothing();
  }

  @Override
  public Boolean query(Query command) {
    new DataForecast(scene).query(command);
    return true;
  }

  @Override
  public Boolean write(Write command) {
    new DataForecast(scene).write(command);
    return true;
  }

  @Override
  public Boolean copyRows(CopyRows command) {
    new DataForecast(scene).copy(command);
    return true;
  }

  @Override
  public Boolean pragma(Pragma command) {
    return nothing();
  }

  /** ALTER TRIGGER, ALTER RULE: what names relations changes them. */
  @Override
  public Boolean otherCommand(OtherCommand command) {
    if (REFUSE_TRANSACTIONS.stream().anyMatch(command.words()::startsWith)) {
      scene.refusesTransaction(command.words().toUpperCase(Locale.ROOT));
    }
    if (command.words().startsWith("alter ")) {
      for (RelationName name : command.relations()) {
        Optional<IndexOutline> index = scene.outline().index(name);
        lock(index.map(IndexOutline::table).orElse(name), LockMode.ACCESS_EXCLUSIVE);
      }
    } else {
      command.relations().forEach(name -> lock(name, LockMode.ACCESS_SHARE));
    }
    return true;
  }
}
