package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.Transfers;
import io.liftlock.runtime.render.JsonDocument;
import io.liftlock.runtime.transfer.CopyPace;
import io.liftlock.runtime.transfer.CopyRequest;
import io.liftlock.runtime.transfer.CopyResult;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a database into another one. */
@Command(
    name = "copy",
    header = "Copy a database into another one, compare both, and migrate on.",
    description = {
      "Reads the source at one instant and changes nothing in it. An empty target gets its schema"
          + " from the migrations, up to the version that the source has. Whatever interrupts it:"
          + " the same command again goes on where it was. Exits with 0 only when what was copied"
          + " was compared and is equal, or --no-verify was given."
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  liftlock copy --from main --to postgres://app@new.example/journal --dry-run",
      "  liftlock copy --from main --to postgres://app@new.example/journal --then migrate",
      "  liftlock copy --from sqlite:trades.db --to embedded:trades --schema-from source",
      "  liftlock copy --from main --to next --map users.mail=users.email --drop users.phone",
    })
final class CopyCommand implements Verb {

  /** How careful to be. */
  enum Profile {
    auto(CopyPace.Profile.AUTO),
    normal(CopyPace.Profile.NORMAL),
    tiny(CopyPace.Profile.TINY);

    private final CopyPace.Profile meant;

    Profile(CopyPace.Profile meant) {
      this.meant = meant;
    }
  }

  /** What to do with rows that are there. */
  enum Existing {
    replace(CopyRequest.Existing.REPLACE),
    append(CopyRequest.Existing.APPEND);

    private final CopyRequest.Existing meant;

    Existing(CopyRequest.Existing meant) {
      this.meant = meant;
    }
  }

  @Option(
      names = "--from",
      paramLabel = "DATABASE",
      description = "The source: a URL, or a name of liftlock.yaml.")
  @Nullable String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATABASE",
      description = "The target: a URL, or a name of liftlock.yaml.")
  String to = "";

  @Option(names = "--dry-run", description = "Show what would be copied, and change nothing.")
  boolean dryRun;

  @Mixin HomeOptions home = new HomeOptions();

  @Mixin MappingOptions mapping = new MappingOptions();

  @Option(
      names = "--into-existing",
      paramLabel = "replace|append",
      description =
          "The target holds rows: delete them first, or leave them. Default: refuse to copy.")
  @Nullable Existing intoExisting;

  @Mixin PaceOptions pace = new PaceOptions();

  @Option(
      names = "--profile",
      paramLabel = "auto|normal|tiny",
      description = "How careful to be with the servers; default: auto, by their size.")
  Profile profile = Profile.auto;

  @Option(
      names = "--chunk-size",
      paramLabel = "SIZE",
      converter = OptionForms.OfSize.class,
      description = "How much one transaction copies, about; default: chosen.")
  long chunkSize;

  @Option(
      names = "--target-size",
      paramLabel = "SIZE",
      converter = OptionForms.OfSize.class,
      description = "How much the target's disk holds; refused before the start when that is less.")
  long targetSize;

  @Option(
      names = "--source-expires",
      paramLabel = "DATE",
      converter = OptionForms.OfExpiry.class,
      description = "When the source will be gone, as 2026-12-01; or never.")
  OptionForms.@Nullable Expiry sourceExpires;

  @Option(
      names = "--accept-inconsistent",
      description = "Copy although not everything can be read at one instant.")
  boolean acceptInconsistent;

  @Option(names = "--no-verify", description = "Do not compare at the end; the report says so.")
  boolean noVerify;

  @Option(
      names = "--restart",
      description = "Begin anew where an earlier copy was interrupted: delete what it copied.")
  boolean restart;

  @Option(
      names = "--abandon",
      description =
          "Give an interrupted copy up: delete what it copied, bring indexes and keys back.")
  boolean abandon;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report to FILE.html or FILE.json, too.")
  @Nullable Path report;

  @Override
  public Answer run(Invocation invocation) {
    requireSense();
    ReportFile file = ReportFile.of(invocation, report);
    Transfers transfers = invocation.files().transfers(invocation.directory());
    if (abandon) {
      return abandon(invocation, transfers);
    }
    CopyRequest request = request(invocation);
    EndsText.print(invocation, transfers, "from", request.from(), "to", request.to());
    if (dryRun) {
      return CopyPlanText.answer(transfers.preview(request));
    }
    try (Progress progress = Progress.on(invocation)) {
      invocation.files().listen(progress);
      CopyResult result = transfers.copy(request, new CopyDialogue(invocation, sourceExpires));
      file.write(result);
      return CopyText.answer(result).warned(progress.warnings());
    }
  }

  private void requireSense() {
    if (abandon && (dryRun || restart)) {
      throw new UserError(
          Problem.error(
              ErrorCode.USAGE, "--abandon gives a copy up; --dry-run and --restart do not fit it"));
    }
    pace.requireSense();
  }

  private CopyRequest request(Invocation invocation) {
    return new CopyRequest(
        source(),
        to,
        home.home(invocation),
        mapping.mapping(invocation),
        new CopyPace(
            pace.jobs,
            profile.meant,
            pace.maxRate,
            chunkSize,
            targetSize,
            sourceExpires == null ? null : sourceExpires.at().orElse(null)),
        home.values(invocation),
        intoExisting == null ? CopyRequest.Existing.REFUSE : intoExisting.meant,
        restart ? CopyRequest.Beginning.RESTART : CopyRequest.Beginning.CONTINUE,
        acceptInconsistent ? CopyRequest.Weaker.ACCEPT : CopyRequest.Weaker.REFUSE,
        noVerify ? CopyRequest.Verification.LEAVE_OUT : CopyRequest.Verification.COMPARE);
  }

  private String source() {
    if (from == null) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "it is not said what is copied")
              .action("name the source with --from"));
    }
    return from;
  }

  private Answer abandon(Invocation invocation, Transfers transfers) {
    invocation.confirm(
        "Delete what an interrupted copy has copied into " + transfers.shown(to) + "?");
    boolean was = transfers.abandon(to);
    return Answer.of(
        terminal ->
            terminal.say(
                was
                    ? "given up: what was copied is deleted, and indexes, keys and triggers are"
                        + " back"
                    : "nothing to give up: there is no interrupted copy"),
        () -> JsonDocument.map("abandoned", was));
  }
}
