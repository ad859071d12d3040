package io.liftlock.runtime.lint;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks git which files differ from a revision. */
public final class GitChanges {

  private final Path directory;

  /**
   * @param directory a folder of the working copy
   */
  public GitChanges(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /**
   * The files that were added or changed since the branch left a revision, those that are not
   * committed and those that git does not know yet among them.
   *
   * @throws UserError GIT_FAILED where there is no git, no repository, or no such revision
   */
  public Set<Path> since(String revision) {
    Path root = Path.of(git("find the repository", "rev-parse", "--show-toplevel").strip());
    if (revision.startsWith("-")) {
      throw failed("find the revision " + revision, "a revision does not begin with a hyphen");
    }
    git(
        "find the revision " + revision,
        "rev-parse",
        "--verify",
        "--quiet",
        revision + "^{commit}");
    String base =
        git("find where the branch left " + revision, "merge-base", revision, "HEAD").strip();
    Set<Path> changed = new HashSet<>();
    add(root, git("compare", "diff", "--name-only", "-z", "--diff-filter=d", base, "--"), changed);
    add(
        root,
        git(
            "list new files",
            "ls-files",
            "-z",
            "--others",
            "--exclude-standard",
            "--full-name",
            ":/"),
        changed);
    return changed;
  }

  private static void add(Path root, String names, Set<Path> changed) {
    for (String name : names.split("\0")) {
      if (!name.isEmpty()) {
        changed.add(root.resolve(name).normalize());
      }
    }
  }

  private String git(String purpose, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(false).start();
      process.getOutputStream().close();
      StringBuilder faults = new StringBuilder();
      Thread reader =
          new Thread(
              () -> {
                try {
                  faults.append(
                      new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException gone) {
                  // What git had to say ends with it.
                }
              });
      reader.setDaemon(true);
      reader.start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      reader.join();
      if (exit != 0) {
        throw failed(purpose, reason(faults.toString()));
      }
      return answer;
    } catch (IOException e) {
      throw new UserError(problem(purpose, "the command git cannot be started"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(purpose, "it was interrupted");
    }
  }

  /** The first line that git wrote; it says nothing where a revision does not exist. */
  private static String reason(String faults) {
    String first = faults.strip().lines().findFirst().orElse("");
    return first.isEmpty() ? "there is none" : first.replaceFirst("^(fatal|error): ", "");
  }

  private static UserError failed(String purpose, String why) {
    return new UserError(problem(purpose, why));
  }

  private static Problem problem(String purpose, String why) {
    return Problem.error(ErrorCode.GIT_FAILED, "git could not " + purpose + ": " + why)
        .action(
            "check the revision behind --changed-since; a shallow clone lacks history, fetch it"
                + " first:  git fetch --unshallow");
  }
}
