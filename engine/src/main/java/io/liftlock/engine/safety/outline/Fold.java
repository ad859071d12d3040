package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterDomain;
import io.liftlock.core.syntax.AlterRoutine;
import io.liftlock.core.syntax.AlterSchema;
import io.liftlock.core.syntax.AlterSequence;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ChangePublication;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateDomain;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.CreatePolicy;
import io.liftlock.core.syntax.CreateRoutine;
import io.liftlock.core.syntax.CreateRule;
import io.liftlock.core.syntax.CreateSchema;
import io.liftlock.core.syntax.CreateSequence;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.CreateTrigger;
import io.liftlock.core.syntax.CreateType;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.SetParameter;
import io.liftlock.core.syntax.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Folds one command into an outline. */
final class Fold implements Command.Some<Outline> {

  private final Drawing drawing;

  Fold(Drawing drawing) {
    this.drawing = drawing;
  }

  /** What changes nothing that safety asks about. */
  @Override
  public Outline otherwise(Command command) {
    return drawing.now();
  }

  @Override
  public Outline createTable(CreateTable command) {
    new TableFold(drawing).create(command);
    return drawing.now();
  }

  @Override
  public Outline alterTable(AlterTable command) {
    for (Alteration action : command.actions()) {
      action.match(new AlterationFold(drawing, command.name(), command.only()));
    }
    return drawing.now();
  }

  @Override
  public Outline createIndex(CreateIndex command) {
    new IndexFold(drawing).create(command);
    return drawing.now();
  }

  @Override
  public Outline drop(Drop command) {
    new DropFold(drawing).drop(command);
    return drawing.now();
  }

  @Override
  public Outline createView(CreateView command) {
    new ViewFold(drawing).create(command);
    return drawing.now();
  }

  @Override
  public Outline createTrigger(CreateTrigger command) {
    TriggerOutline made =
        new TriggerOutline(
            command.name(),
            command.events(),
            command.when(),
            command.function().map(Fold::qualified).map(drawing::resolve),
            true);
    drawing.change(
        command.table(),
        table ->
            table.triggers =
                TableDraft.with(
                    TableDraft.without(table.triggers, each -> each.name().equals(command.name())),
                    made));
    return drawing.now();
  }

  private static RelationName qualified(String written) {
    return TypeNames.named(new TypeName(written, written, List.of(), false));
  }

  @Override
  public Outline createRule(CreateRule command) {
    drawing.change(
        command.table(),
        table -> {
          Set<String> more = new HashSet<>(table.rules);
          more.add(command.name());
          table.rules = more;
        });
    return drawing.now();
  }

  @Override
  public Outline createPolicy(CreatePolicy command) {
    PolicyOutline made =
        new PolicyOutline(
            command.name(), command.permissive(), command.using(), command.withCheck());
    drawing.change(
        command.table(), table -> table.policies = TableDraft.with(table.policies, made));
    return drawing.now();
  }

  @Override
  public Outline createSequence(CreateSequence command) {
    RelationName name = drawing.now().resolveNew(command.name(), false);
    if (!command.ifNotExists() || drawing.now().sequence(name).isEmpty()) {
      drawing.put(
          new SequenceOutline(
              name, command.type().orElse("bigint"), command.ownedBy().map(this::owner), false));
    }
    return drawing.now();
  }

  private ColumnName owner(ColumnName column) {
    return new ColumnName(column.relation().map(drawing::resolve), column.column());
  }

  @Override
  public Outline alterSequence(AlterSequence command) {
    drawing
        .now()
        .sequence(command.name())
        .ifPresent(
            old ->
                drawing.put(
                    new SequenceOutline(
                        old.name(),
                        command.type().orElse(old.type()),
                        command.ownedBy().map(this::owner).or(old::ownedBy),
                        old.identity())));
    return drawing.now();
  }

  @Override
  public Outline createRoutine(CreateRoutine command) {
    new RoutineFold(drawing).create(command);
    return drawing.now();
  }

  @Override
  public Outline alterRoutine(AlterRoutine command) {
    new RoutineFold(drawing).alter(command);
    return drawing.now();
  }

  @Override
  public Outline createType(CreateType command) {
    new TypeFold(drawing).create(command);
    return drawing.now();
  }

  @Override
  public Outline alterType(AlterType command) {
    new TypeFold(drawing).alter(command);
    return drawing.now();
  }

  @Override
  public Outline createDomain(CreateDomain command) {
    new TypeFold(drawing).create(command);
    return drawing.now();
  }

  @Override
  public Outline alterDomain(AlterDomain command) {
    new TypeFold(drawing).alter(command);
    return drawing.now();
  }

  @Override
  public Outline changePublication(ChangePublication command) {
    new PublicationFold(drawing).change(command);
    return drawing.now();
  }

  @Override
  public Outline createSchema(CreateSchema command) {
    SearchPath before = new SearchPath(drawing.now().searchPath());
    drawing.now(drawing.now().with(new SearchPath(List.of(command.name()))));
    command.contents().forEach(each -> drawing.now(drawing.now().after(each)));
    drawing.now(drawing.now().with(before));
    return drawing.now();
  }

  @Override
  public Outline alterSchema(AlterSchema command) {
    command.newName().ifPresent(name -> new RenameFold(drawing).schema(command.name(), name));
    return drawing.now();
  }

  @Override
  public Outline setParameter(SetParameter command) {
    if (!command.name().equals("search_path") && !command.name().equals("all")) {
      return drawing.now();
    }
    Optional<String> value = command.name().equals("all") ? Optional.empty() : command.value();
    return drawing
        .now()
        .with(value.map(SearchPath::of).orElseGet(() -> SearchPath.usual(drawing.now().dialect())));
  }
}
