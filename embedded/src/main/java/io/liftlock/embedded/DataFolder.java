package io.liftlock.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Makes the data folder of a new server. */
final class DataFolder {

  private DataFolder() {}

  static void create(
      Installation installation, Account account, ServerRequest request, ServerFolder folder)
      throws IOException {
    Path fresh = folder.freshData();
    Folders.make(fresh, () -> fill(installation, account, request, folder, fresh), folder.data());
  }

  private static void fill(
      Installation installation,
      Account account,
      ServerRequest request,
      ServerFolder folder,
      Path fresh)
      throws IOException {
    Folders.copy(installation.template(), fresh);
    String password = Passwords.random();
    Files.deleteIfExists(folder.password());
    Files.createFile(
        folder.password(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(folder.password(), "127.0.0.1:*:*:" + Installation.ROLE + ":" + password);
    account.own(fresh);
    // Without a server nobody can connect before the password is there. It goes in by the input:
    // arguments can be read by everybody on the machine.
    Commands.Result result =
        Commands.run(
            account.command(
                List.of(
                    installation.program("postgres"),
                    "--single",
                    "-j",
                    "-D",
                    fresh.toString(),
                    "-c",
                    "exit_on_error=on",
                    "-c",
                    "fsync=off",
                    "postgres")),
            "ALTER ROLE "
                + Installation.ROLE
                + " PASSWORD '"
                + password
                + "';\n\nCREATE DATABASE \""
                + request.name()
                + "\";\n\n",
            folder.root());
    if (result.exitCode() == 0 && request.durability() == ServerRequest.Durability.FULL) {
      result =
          Commands.run(
              account.command(
                  List.of(installation.program("initdb"), "--sync-only", "--pgdata=" + fresh)),
              "",
              folder.root());
    }
    if (result.exitCode() != 0) {
      throw Failures.start(
          "PostgreSQL "
              + installation.version()
              + " cannot make its data folder: "
              + result.output().replace(password, "********"),
          null,
          null);
    }
  }
}
