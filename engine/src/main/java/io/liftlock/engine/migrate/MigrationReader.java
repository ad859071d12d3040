package io.liftlock.engine.migrate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Callback;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.HeaderParser;
import io.liftlock.core.migration.MetadataReader;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.sql.CommentLine;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptFile;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.ScriptSource;
import io.liftlock.core.sql.Section;
import io.liftlock.core.sql.SectionMarks;
import io.liftlock.engine.migrate.ReadRequest.NamedDatabase;
import io.liftlock.engine.migrate.layout.Arrangement;
import io.liftlock.engine.migrate.layout.Draft;
import io.liftlock.engine.migrate.layout.Folder;
import io.liftlock.engine.migrate.layout.Layout;
import io.liftlock.engine.migrate.layout.Layouts;
import io.liftlock.engine.migrate.layout.Part;
import io.liftlock.engine.migrate.layout.SqlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads folders of migration files. Everything that is wrong with them is told at once. */
public final class MigrationReader {

  private final MetadataReader metadata;

  /**
   * A reader.
   *
   * @param metadata reads the YAML and TOML files that some layouts keep
   */
  public MigrationReader(MetadataReader metadata) {
    this.metadata = metadata;
  }

  /**
   * Reads the folders.
   *
   * @param problems collects what is wrong, errors and warnings; the warnings of this read are in
   *     the set, too
   * @return what could be read
   * @throws io.liftlock.core.error.UserError LAYOUT_UNKNOWN where the request names a layout that
   *     does not exist
   */
  public MigrationSet read(ReadRequest request, Problems problems) {
    Problems found = new Problems();
    Run run = new Run(request, found);
    MigrationSet set = run.read();
    problems.addAll(found.all());
    return set;
  }

  /** A file cut into its sections. */
  private record Cut(List<CommentLine> upComments, List<CommentLine> all, ScriptFile file) {}

  /** One reading; its state. */
  private final class Run {

    private final ReadRequest request;
    private final Problems problems;
    private final Assignment assignment;
    private final ScriptReader scripts = new ScriptReader();
    private final List<Migration> migrations = new ArrayList<>();
    private final List<Callback> callbacks = new ArrayList<>();
    private final Map<String, MigrationId> ids = new HashMap<>();
    private final Set<MigrationId> known = new LinkedHashSet<>();

    Run(ReadRequest request, Problems problems) {
      this.request = request;
      this.problems = problems;
      this.assignment = new Assignment(request, problems);
    }

    private record FolderRead(Folder folder, Layouts.Arranged arranged) {}

    MigrationSet read() {
      List<FolderRead> folders = new ArrayList<>();
      Set<String> layouts = new LinkedHashSet<>();
      for (Path path : request.folders()) {
        Folder folder = Folder.list(path, request.base(), metadata, problems);
        Layouts.Arranged arranged = Layouts.arrange(folder, request.layout(), problems);
        layouts.add(arranged.layout().name());
        folders.add(new FolderRead(folder, arranged));
        for (Draft draft : arranged.arrangement().drafts()) {
          known.add(draft.id());
          ids.putIfAbsent(draft.id() + "_" + draft.name(), draft.id());
        }
        if (arranged.layout().isStrictlyNumbered()) {
          Gaps.tell(arranged.arrangement().drafts(), problems);
        }
      }
      for (FolderRead each : folders) {
        Layout layout = each.arranged().layout();
        Arrangement arrangement = each.arranged().arrangement();
        for (Draft draft : arrangement.drafts()) {
          try {
            draft(draft, layout);
          } catch (IOException e) {
            problems.add(Folder.unreadable(draft.parts().get(0).file().file(), e));
          }
          draft.parts().forEach(part -> part.file().release());
        }
        for (Arrangement.CallbackFile callback : arrangement.callbacks()) {
          try {
            callback(callback, layout);
          } catch (IOException e) {
            problems.add(Folder.unreadable(callback.file().file(), e));
          }
        }
        each.folder().release();
      }
      MigrationGraph graph = MigrationGraph.of(migrations, problems);
      return new MigrationSet(
          String.join(", ", layouts), graph, List.copyOf(callbacks), problems.warnings());
    }

    private void draft(Draft draft, Layout layout) throws IOException {
      boolean complete = true;
      for (Part.Role role : Part.Role.values()) {
        complete &= isUnique(draft, role);
      }
      if (draft.parts(Part.Role.UP).isEmpty()) {
        if (!draft.isForOthers()) {
          draft.parts().forEach(part -> problems.add(orphan(draft, part)));
        }
        return;
      }
      if (!complete) {
        return;
      }
      for (Assignment.Assigned assigned : assignment.of(draft)) {
        migrations.add(migration(draft, layout, assigned));
      }
    }

    private boolean isUnique(Draft draft, Part.Role role) {
      boolean unique = true;
      Map<Optional<Dialect>, SqlFile> seen = new HashMap<>();
      for (Part part : draft.parts(role)) {
        SqlFile twin = seen.putIfAbsent(Optional.ofNullable(part.engine()), part.file());
        if (twin != null) {
          unique = false;
          problems.add(
              Problem.error(
                      ErrorCode.MIGRATION_DUPLICATE,
                      "two "
                          + role.word()
                          + " files have the id "
                          + draft.id()
                          + ": "
                          + twin.file()
                          + " and "
                          + part.file().file())
                  .at(Place.of(part.file().file()))
                  .action("give one of them another number"));
        }
      }
      return unique;
    }

    private static Problem orphan(Draft draft, Part part) {
      return Problem.error(
              ErrorCode.ROLLBACK_ORPHAN,
              "the "
                  + part.role().word()
                  + " "
                  + part.file().relative()
                  + " has no migration: there is no file that applies "
                  + draft.id())
          .at(Place.of(part.file().file()))
          .action("restore the migration, rename this file after it, or remove it");
    }

    private Migration migration(Draft draft, Layout layout, Assignment.Assigned assigned)
        throws IOException {
      Dialect dialect = assigned.database().dialect();
      SqlFile upFile = assigned.up();
      Cut cut = cut(upFile, dialect, layout);
      HeaderParser.Parsed parsed = header(draft, cut);
      if (layout.sections() != SectionMarks.NONE
          && cut.file().up().isEmpty()
          && cut.file().down().filter(down -> !down.isEmpty()).isPresent()) {
        // The first comment of the file is "-- Rollback:". If SQL comments follow it, it is the
        // header's key and not the mark of a section.
        Cut whole = cut(upFile, dialect, SectionMarks.NONE, new Problems());
        HeaderParser.Parsed asHeader = header(draft, whole, new Problems());
        if (asHeader.rollbackText().isPresent()) {
          cut = cut(upFile, dialect, SectionMarks.NONE, problems);
          parsed = header(draft, cut);
        } else {
          problems.add(
              Problem.error(
                      ErrorCode.ROLLBACK_AMBIGUOUS,
                      "no statement stands above the line -- Rollback, so the whole file would be"
                          + " the rollback of nothing")
                  .at(Place.of(upFile.file()))
                  .action("move the rollback below the statements that it takes back"));
        }
      }
      boolean forbidden =
          ToolMarks.forbidTransaction(upFile.file(), layout.name(), cut.all(), problems);
      SqlFile downFile = part(draft, Part.Role.DOWN, dialect);
      SqlFile verifyFile = part(draft, Part.Role.VERIFY, dialect);
      Cut downCut = downFile == null ? null : cut(downFile, dialect, SectionMarks.NONE, problems);
      if (downCut != null) {
        // Of a rollback's own header only the transaction counts, and that its keys are keys.
        Problems told = new Problems();
        forbidden |= !header(draft, downCut, told).header().transactional();
        told.all().stream()
            .filter(problem -> problem.code() == ErrorCode.HEADER_UNKNOWN)
            .forEach(problems::add);
        forbidden |=
            ToolMarks.forbidTransaction(
                downCut.file().file(), layout.name(), downCut.all(), problems);
      }
      Optional<Script> down = down(cut, downCut, parsed, dialect);
      Optional<Script> verify =
          verifyFile == null
              ? Optional.empty()
              : Optional.of(cut(verifyFile, dialect, SectionMarks.NONE, problems).file().up());
      Header header = withMetadata(parsed.header(), draft.fields());
      if (forbidden || !draft.transactional()) {
        header = header.withoutTransaction();
      }
      return new Migration(
          draft.id(),
          draft.name(),
          draft.kind(),
          assigned.database().name(),
          draft.lineage(),
          parents(draft, header),
          header,
          upFile.file(),
          cut.file().up(),
          down,
          verify);
    }

    /** The file for a role: the engine's own, or the one for any. */
    private static @Nullable SqlFile part(Draft draft, Part.Role role, Dialect dialect) {
      SqlFile generic = null;
      for (Part part : draft.parts()) {
        if (part.role() == role) {
          if (part.engine() == dialect) {
            return part.file();
          }
          if (part.engine() == null) {
            generic = part.file();
          }
        }
      }
      return generic;
    }

    /**
     * What takes the migration back: a file, a section or a comment. One without a statement is
     * none, unless the migration has none either: to take nothing back must not count as a
     * rollback.
     */
    private Optional<Script> down(
        Cut up, @Nullable Cut file, HeaderParser.Parsed header, Dialect dialect) {
      List<Script> sources = new ArrayList<>(1);
      List<String> words = new ArrayList<>(1);
      boolean any = file != null || up.file().down().isPresent();
      if (file != null && !file.file().up().isEmpty()) {
        sources.add(file.file().up());
        words.add("the file " + file.file().file());
      }
      up.file()
          .down()
          .filter(section -> !section.isEmpty())
          .ifPresent(
              section -> {
                sources.add(section);
                words.add("a section in the file");
              });
      header
          .rollbackText()
          .ifPresent(
              text -> {
                sources.add(
                    scripts
                        .read(
                            ScriptSource.of(up.file().file(), text),
                            dialect,
                            SectionMarks.NONE,
                            problems)
                        .up());
                words.add("the Rollback: comment");
              });
      if (sources.size() > 1) {
        problems.add(
            Problem.error(
                    ErrorCode.ROLLBACK_AMBIGUOUS,
                    "the rollback is given more than once: " + String.join(", and ", words))
                .at(Place.of(up.file().file()))
                .action("keep one of them"));
      }
      if (!sources.isEmpty()) {
        return Optional.of(sources.get(0));
      }
      return any && up.file().up().isEmpty()
          ? Optional.of(Script.of(up.file().file(), dialect, List.of()))
          : Optional.empty();
    }

    private List<MigrationId> parents(Draft draft, Header header) {
      if (draft.parents().isEmpty() && header.depends().isEmpty()) {
        return List.of();
      }
      List<MigrationId> parents = new ArrayList<>(draft.parents());
      for (MigrationId named : header.depends()) {
        // People also write the whole title: events/003_create_events.
        MigrationId id = known.contains(named) ? named : ids.getOrDefault(named.toString(), named);
        if (!parents.contains(id)) {
          parents.add(id);
        }
      }
      return List.copyOf(parents);
    }

    private static Header withMetadata(Header header, Map<String, String> fields) {
      if (fields.isEmpty()) {
        return header;
      }
      Map<String, String> all = new LinkedHashMap<>(fields);
      all.putAll(header.fields());
      return new Header(
          Collections.unmodifiableMap(all),
          header.rollback(),
          header.settings(),
          header.database(),
          header.depends(),
          header.transactional(),
          header.lockTimeout(),
          header.statementTimeout());
    }

    private HeaderParser.Parsed header(Draft draft, Cut cut) {
      return header(draft, cut, problems);
    }

    private HeaderParser.Parsed header(Draft draft, Cut cut, Problems into) {
      if (cut.upComments().isEmpty()) {
        return HeaderParser.Parsed.EMPTY;
      }
      Script up = cut.file().up();
      int firstStatement = up.isEmpty() ? Integer.MAX_VALUE : up.iterator().next().span().line();
      return HeaderParser.parse(
          cut.file().file(), draft.id().branch(), cut.upComments(), firstStatement, into);
    }

    private void callback(Arrangement.CallbackFile callback, Layout layout) throws IOException {
      Optional<NamedDatabase> database = assignment.of(callback.file(), callback.name());
      if (database.isPresent()) {
        Cut cut = cut(callback.file(), database.get().dialect(), layout);
        callbacks.add(
            new Callback(
                callback.event(), callback.name(), database.get().name(), cut.file().up()));
      }
    }

    private Cut cut(SqlFile file, Dialect dialect, Layout layout) throws IOException {
      if (!layout.cutsFiles()) {
        return cut(file, dialect, layout.sections(), problems);
      }
      SectionMask.Sections sections = SectionMask.of(file, layout);
      ScriptFile up = scripts.read(sections.up(), dialect, SectionMarks.NONE, problems);
      if (!sections.hasDown()) {
        return new Cut(up.comments(), up.comments(), up);
      }
      ScriptFile down = scripts.read(sections.down(), dialect, SectionMarks.NONE, problems);
      List<CommentLine> all = new ArrayList<>(up.comments());
      all.addAll(down.comments());
      return new Cut(
          up.comments(),
          all,
          new ScriptFile(up.file(), List.copyOf(all), up.up(), Optional.of(down.up())));
    }

    private Cut cut(SqlFile file, Dialect dialect, SectionMarks marks, Problems into) {
      ScriptFile read = scripts.read(file, dialect, marks, into);
      List<CommentLine> up = read.comments();
      if (read.down().isPresent()) {
        up = up.stream().filter(line -> line.section() == Section.UP).toList();
      }
      return new Cut(up, read.comments(), read);
    }
  }
}
