package io.liftlock.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which account PostgreSQL's programs run. They refuse to run as root, so root starts them
 * either in a user namespace, in which they do not look like root but own root's files, or, where a
 * container forbids namespaces, as nobody, who then owns the data.
 *
 * @param prefix what the programs' commands begin with
 * @param owner the user id that owns the data, or null where nothing has to be given away
 */
record Account(List<String> prefix, @Nullable Integer owner) {

  private static final int ROOT = 0;
  private static final int NOBODY = 65534;

  /** What suits the user who runs this process. */
  static Account current() throws IOException {
    if (!answer(List.of("id", "-u")).equals("0")) {
      return new Account(List.of(), null);
    }
    return works("unshare", List.of("-U", "--"), ROOT)
        .or(
            () ->
                works(
                    "setpriv",
                    List.of(
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "--no-new-privs"),
                    NOBODY))
        .orElseThrow(
            () ->
                Failures.start(
                    "PostgreSQL does not run as root, and neither unshare -U nor setpriv, which"
                        + " would run it under another account, works here",
                    "run liftlock as a plain user, or use the URL of a server of your own",
                    null));
  }

  private static Optional<Account> works(String program, List<String> options, int owner) {
    return Commands.find(program)
        .map(
            path -> {
              List<String> prefix = new ArrayList<>(List.of(path.toString()));
              prefix.addAll(options);
              return new Account(prefix, owner);
            })
        .filter(
            account -> {
              String id = answer(account.command(List.of("id", "-u")));
              return id.matches("\\d+") && !id.equals("0");
            });
  }

  private static String answer(List<String> command) {
    try {
      Commands.Result result = Commands.run(command, "", null);
      return result.exitCode() == 0 ? result.output() : "";
    } catch (IOException e) {
      // A program that cannot even be started does not work, which is the answer.
      return "";
    }
  }

  /** A command as this account runs it. */
  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** Gives a folder and all in it to this account, unless it has it. */
  void own(Path folder) throws IOException {
    if (owner == null || owner.equals(Files.getAttribute(folder, "unix:uid"))) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            give(file);
            return FileVisitResult.CONTINUE;
          }

          // The folder itself comes last: whoever is interrupted begins again.
          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            give(visited);
            return FileVisitResult.CONTINUE;
          }

          private void give(Path file) throws IOException {
            // Not what a link points to, which may be anybody's.
            Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
          }
        });
  }

  /** Whether it is another than that of the user who runs this process. */
  private boolean isStranger() {
    return owner != null && owner != ROOT;
  }

  /** The nearest folder on the way to a path that keeps this account out, if any. */
  Optional<Path> barrier(Path path) throws IOException {
    if (!isStranger()) {
      return Optional.empty();
    }
    for (@Nullable Path at = path.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at)
          && !Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** What others may do with a server's folder: nothing, but where they run the server, pass. */
  String folderPermissions() {
    return isStranger() ? "rwx--x--x" : "rwx------";
  }
}
