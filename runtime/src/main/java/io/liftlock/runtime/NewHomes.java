package io.liftlock.runtime;

import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.engine.deploy.NewHome;
import io.liftlock.engine.deploy.NewHomePlan;
import io.liftlock.engine.deploy.NewHomeRequest;
import io.liftlock.engine.deploy.NewHomeResult;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.Outlook;
import io.liftlock.engine.transfer.translate.LeftOut;
import io.liftlock.engine.transfer.translate.NameStyle;
import io.liftlock.engine.transfer.translate.TypeChoice;
import io.liftlock.engine.transfer.translate.TypeOverrides;
import io.liftlock.runtime.transfer.CopyPace;
import io.liftlock.runtime.transfer.CopyPreview;
import io.liftlock.runtime.transfer.CopyRequest;
import io.liftlock.runtime.transfer.CopyResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has a database moved to its new home, and tells it in the words of the doors. */
final class NewHomes {

  private final OpenProject open;
  private final TwoDatabases both;
  private final HomeMigrations migrations;
  private final CopyRequest request;

  NewHomes(OpenProject open, TwoDatabases both, HomeMigrations migrations, CopyRequest request) {
    this.open = open;
    this.both = both;
    this.migrations = migrations;
    this.request = request;
  }

  /** Moves. */
  CopyResult move(CopyOptions options) {
    Path rejects = request.values().rejects();
    if (rejects == null) {
      return moved(options, Optional.empty());
    }
    try (RejectFile file = RejectFile.open(rejects)) {
      return moved(options, Optional.of(file));
    }
  }

  private CopyResult moved(CopyOptions options, Optional<RejectFile> rejects) {
    return result(home(options, rejects).move());
  }

  /** What moving would do now; changes nothing. */
  CopyPreview preview(CopyOptions options) {
    NewHomePlan plan = home(options, Optional.empty()).plan();
    Outlook outlook = Outlook.of(both.first(), both.second(), plan.copy(), options);
    List<CopyPreview.PlannedTable> tables = new ArrayList<>();
    for (int i = 0; i < outlook.facts().size(); i++) {
      TableFacts facts = outlook.facts().get(i);
      tables.add(
          new CopyPreview.PlannedTable(
              plan.copy().tables().get(i), facts.rows(), facts.bytes(), outlook.parts(facts)));
    }
    List<CopyPlan.Omission> omissions =
        new ArrayList<>(plan.leftOut().stream().map(NewHomes::omission).toList());
    omissions.addAll(plan.copy().omissions());
    return new CopyPreview(
        both.firstEnd(),
        both.secondEnd(),
        tables,
        omissions,
        plan.choices().stream().map(NewHomes::chosen).toList(),
        outlook.jobs(),
        outlook.tiny() ? CopyPace.Profile.TINY : CopyPace.Profile.NORMAL,
        outlook.chunkBytes(),
        outlook.space());
  }

  private NewHome home(CopyOptions options, Optional<RejectFile> rejects) {
    NewHomeRequest asked =
        new NewHomeRequest(
            both.first(),
            both.second(),
            CopyWishes.schema(request.home().schema()),
            migrations.set(),
            Optional.empty(),
            open.options(RunRequest.up()),
            request.home().afterwards() == CopyRequest.Afterwards.MIGRATE,
            Transfers.mapping(request.mapping().whole()),
            options,
            TypeOverrides.parse(request.home().types()),
            NameStyle.FOLDED,
            open.project().schemas().ignored(),
            Connections.renderer(both.second().dialect()),
            rejects.map(file -> file));
    return new NewHome(asked, open.timing(), open.listener());
  }

  private CopyResult result(NewHomeResult moved) {
    return new CopyResult(
        both.firstEnd(),
        both.secondEnd(),
        moved.before(),
        moved.choices().stream().map(NewHomes::chosen).toList(),
        moved.leftOut().stream().map(NewHomes::omission).toList(),
        moved.copied(),
        moved.after(),
        moved.notices());
  }

  private static CopyResult.TypeChosen chosen(TypeChoice choice) {
    return new CopyResult.TypeChosen(choice.column(), choice.from(), choice.to(), choice.because());
  }

  private static CopyPlan.Omission omission(LeftOut left) {
    return new CopyPlan.Omission(
        left.object(),
        left.part().isEmpty() ? left.because() : "its " + left.part() + ": " + left.because());
  }
}
