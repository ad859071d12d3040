package io.liftlock.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which account PostgreSQL's programs run. They refuse to run as root; root is then in the
 * way of nothing but that refusal, so they run in a user namespace in which they do not look like
 * root, but their files are those of root.
 */
record Account(List<String> prefix) {

  private static final Account SAME = new Account(List.of());

  /** What suits the user who runs this process. */
  static Account current() throws IOException {
    if (!isRoot()) {
      return SAME;
    }
    var unshare = Commands.find("unshare");
    if (unshare.isPresent()) {
      Account namespace = new Account(List.of(unshare.get().toString(), "-U", "--"));
      Commands.Result id = Commands.run(namespace.command(List.of("id", "-u")), "", null);
      if (id.exitCode() == 0 && !id.output().equals("0")) {
        return namespace;
      }
    }
    throw Failures.start(
        "PostgreSQL does not run as root, and this machine does not let root start it under another"
            + " name: unshare -U is missing or forbidden here",
        "run liftlock as a plain user, or use the URL of a server of your own",
        null);
  }

  private static boolean isRoot() throws IOException {
    return Commands.run(List.of("id", "-u"), "", null).output().equals("0");
  }

  /** A command as this account runs it. */
  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }
}
