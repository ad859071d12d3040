package io.liftlock.core.syntax;

/** What one statement of SQL says, as far as safety asks. */
public sealed interface Command
    permits CreateTable,
        AlterTable,
        CreateIndex,
        Drop,
        Reindex,
        Cluster,
        Vacuum,
        Analyze,
        Truncate,
        LockTable,
        CreateView,
        RefreshView,
        CreateTrigger,
        CreateRule,
        CreatePolicy,
        AlterPolicy,
        CreateSequence,
        AlterSequence,
        CreateRoutine,
        AlterRoutine,
        DoBlock,
        CreateType,
        AlterType,
        CreateDomain,
        AlterDomain,
        ChangeExtension,
        ChangePublication,
        ChangeSubscription,
        CreateSchema,
        AlterSchema,
        Grant,
        Comment,
        CreateStatistics,
        SetParameter,
        TransactionControl,
        Query,
        Write,
        CopyRows,
        Pragma,
        OtherCommand {

  /** Gives each case its answer; a new case breaks every place that forgot it. */
  <R> R match(Cases<R> cases);

  /** One answer per case. */
  interface Cases<R> {
    R createTable(CreateTable command);

    R alterTable(AlterTable command);

    R createIndex(CreateIndex command);

    R drop(Drop command);

    R reindex(Reindex command);

    R cluster(Cluster command);

    R vacuum(Vacuum command);

    R analyze(Analyze command);

    R truncate(Truncate command);

    R lockTable(LockTable command);

    R createView(CreateView command);

    R refreshView(RefreshView command);

    R createTrigger(CreateTrigger command);

    R createRule(CreateRule command);

    R createPolicy(CreatePolicy command);

    R alterPolicy(AlterPolicy command);

    R createSequence(CreateSequence command);

    R alterSequence(AlterSequence command);

    R createRoutine(CreateRoutine command);

    R alterRoutine(AlterRoutine command);

    R doBlock(DoBlock command);

    R createType(CreateType command);

    R alterType(AlterType command);

    R createDomain(CreateDomain command);

    R alterDomain(AlterDomain command);

    R changeExtension(ChangeExtension command);

    R changePublication(ChangePublication command);

    R changeSubscription(ChangeSubscription command);

    R createSchema(CreateSchema command);

    R alterSchema(AlterSchema command);

    R grant(Grant command);

    R comment(Comment command);

    R createStatistics(CreateStatistics command);

    R setParameter(SetParameter command);

    R transactionControl(TransactionControl command);

    R query(Query command);

    R write(Write command);

    R copyRows(CopyRows command);

    R pragma(Pragma command);

    R otherCommand(OtherCommand command);
  }

  /** The same answer, but for the cases that are overridden; for those who ask about some only. */
  interface Some<R> extends Cases<R> {
    /** The answer for every case that is not overridden. */
    R otherwise(Command command);

    @Override
    default R createTable(CreateTable command) {
      return otherwise(command);
    }

    @Override
    default R alterTable(AlterTable command) {
      return otherwise(command);
    }

    @Override
    default R createIndex(CreateIndex command) {
      return otherwise(command);
    }

    @Override
    default R drop(Drop command) {
      return otherwise(command);
    }

    @Override
    default R reindex(Reindex command) {
      return otherwise(command);
    }

    @Override
    default R cluster(Cluster command) {
      return otherwise(command);
    }

    @Override
    default R vacuum(Vacuum command) {
      return otherwise(command);
    }

    @Override
    default R analyze(Analyze command) {
      return otherwise(command);
    }

    @Override
    default R truncate(Truncate command) {
      return otherwise(command);
    }

    @Override
    default R lockTable(LockTable command) {
      return otherwise(command);
    }

    @Override
    default R createView(CreateView command) {
      return otherwise(command);
    }

    @Override
    default R refreshView(RefreshView command) {
      return otherwise(command);
    }

    @Override
    default R createTrigger(CreateTrigger command) {
      return otherwise(command);
    }

    @Override
    default R createRule(CreateRule command) {
      return otherwise(command);
    }

    @Override
    default R createPolicy(CreatePolicy command) {
      return otherwise(command);
    }

    @Override
    default R alterPolicy(AlterPolicy command) {
      return otherwise(command);
    }

    @Override
    default R createSequence(CreateSequence command) {
      return otherwise(command);
    }

    @Override
    default R alterSequence(AlterSequence command) {
      return otherwise(command);
    }

    @Override
    default R createRoutine(CreateRoutine command) {
      return otherwise(command);
    }

    @Override
    default R alterRoutine(AlterRoutine command) {
      return otherwise(command);
    }

    @Override
    default R doBlock(DoBlock command) {
      return otherwise(command);
    }

    @Override
    default R createType(CreateType command) {
      return otherwise(command);
    }

    @Override
    default R alterType(AlterType command) {
      return otherwise(command);
    }

    @Override
    default R createDomain(CreateDomain command) {
      return otherwise(command);
    }

    @Override
    default R alterDomain(AlterDomain command) {
      return otherwise(command);
    }

    @Override
    default R changeExtension(ChangeExtension command) {
      return otherwise(command);
    }

    @Override
    default R changePublication(ChangePublication command) {
      return otherwise(command);
    }

    @Override
    default R changeSubscription(ChangeSubscription command) {
      return otherwise(command);
    }

    @Override
    default R createSchema(CreateSchema command) {
      return otherwise(command);
    }

    @Override
    default R alterSchema(AlterSchema command) {
      return otherwise(command);
    }

    @Override
    default R grant(Grant command) {
      return otherwise(command);
    }

    @Override
    default R comment(Comment command) {
      return otherwise(command);
    }

    @Override
    default R createStatistics(CreateStatistics command) {
      return otherwise(command);
    }

    @Override
    default R setParameter(SetParameter command) {
      return otherwise(command);
    }

    @Override
    default R transactionControl(TransactionControl command) {
      return otherwise(command);
    }

    @Override
    default R query(Query command) {
      return otherwise(command);
    }

    @Override
    default R write(Write command) {
      return otherwise(command);
    }

    @Override
    default R copyRows(CopyRows command) {
      return otherwise(command);
    }

    @Override
    default R pragma(Pragma command) {
      return otherwise(command);
    }

    @Override
    default R otherCommand(OtherCommand command) {
      return otherwise(command);
    }
  }
}
