package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code sqitch.plan} with {@code deploy/}, {@code revert/} and {@code verify/}. Each change stands
 * on the one above it in the plan and on those it requires.
 */
final class SqitchLayout implements Layout {

  private static final String PLAN = "sqitch.plan";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

  @Override
  public String name() {
    return "sqitch";
  }

  @Override
  public boolean recognises(Folder folder) {
    return folder.file(PLAN) != null;
  }

  @Override
  public void arrange(Folder folder, Arrangement into) throws IOException {
    SqlFile planFile = folder.file(PLAN);
    if (planFile == null) {
      into.problem(
          Problem.error(ErrorCode.METADATA_INVALID, "there is no sqitch.plan")
              .at(Place.of(folder.shown()))
              .action("name another layout, or set migrations: to the folder of sqitch.plan"));
      return;
    }
    SqitchPlan plan = SqitchPlan.read(planFile.file(), planFile.text(), into.problems());
    MigrationId above = null;
    for (SqitchPlan.Change change : plan.changes()) {
      String stem = fileStem(folder, change);
      SqlFile deploy = folder.file("deploy/" + stem + ".sql");
      if (deploy == null) {
        into.problem(
            Problem.error(
                    ErrorCode.METADATA_INVALID,
                    "the plan names " + change.name + ", but deploy/" + stem + ".sql is missing")
                .at(new Place(planFile.file(), change.line, 0))
                .action("restore the file, or remove the line"));
        continue;
      }
      Draft draft =
          into.draft(
              MigrationId.parse(change.id),
              MigrationId.parse(change.name).label(),
              Migration.Kind.VERSIONED,
              Migration.Lineage.DECLARED);
      draft.with(new Part(Part.Role.UP, null, deploy));
      add(draft, Part.Role.DOWN, folder.file("revert/" + stem + ".sql"));
      add(draft, Part.Role.VERIFY, folder.file("verify/" + stem + ".sql"));
      if (above != null) {
        draft.withParent(above);
      }
      change.requires.forEach(id -> draft.withParent(MigrationId.parse(id)));
      draft.withField("Author", change.planner);
      draft.withField("Date", change.date);
      draft.withField("Purpose", change.note);
      change.tags.forEach(tag -> draft.withField("Tags", tag));
      above = draft.id();
    }
    for (SqlFile file : folder.files()) {
      if (file.isSql()
          && !file.relative().startsWith("deploy/")
          && !file.relative().startsWith("revert/")
          && !file.relative().startsWith("verify/")) {
        into.stray(file);
      }
    }
  }

  private static void add(Draft draft, Part.Role role, @Nullable SqlFile file) {
    if (file != null) {
      draft.with(new Part(role, null, file));
    }
  }

  /** A reworked change's files bear one of the tags that stand between it and its rework. */
  private static String fileStem(Folder folder, SqitchPlan.Change change) {
    if (!change.reworked) {
      return change.name;
    }
    for (String tag : change.tagsBeforeRework) {
      if (folder.file("deploy/" + change.name + "@" + tag + ".sql") != null) {
        return change.name + "@" + tag;
      }
    }
    String first = change.tagsBeforeRework.isEmpty() ? "" : "@" + change.tagsBeforeRework.get(0);
    return change.name + first;
  }

  @Override
  public List<NewFile> scaffold(Scaffold scaffold) {
    String requires =
        scaffold.depends().isEmpty()
            ? ""
            : " ["
                + scaffold.depends().stream()
                    .map(MigrationId::toString)
                    .collect(Collectors.joining(" "))
                + "]";
    String author = scaffold.author().isEmpty() ? "unknown" : scaffold.author();
    String planner = author.contains("<") ? author : author + " <" + mail(author) + ">";
    String name = scaffold.slug();
    return List.of(
        new NewFile(
            PLAN,
            name
                + requires
                + " "
                + STAMP.format(scaffold.now())
                + " "
                + planner
                + " # "
                + name
                + "\n",
            true),
        NewFile.of("deploy/" + name + ".sql", scaffold.header() + "\n" + scaffold.content().up()),
        NewFile.of("revert/" + name + ".sql", scaffold.rollbackText(name)),
        NewFile.of("verify/" + name + ".sql", "-- Verify " + name + "\n\n"));
  }

  private static String mail(String author) {
    return author.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "@localhost";
  }
}
