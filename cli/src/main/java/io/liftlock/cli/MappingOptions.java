package io.liftlock.cli;

import io.liftlock.runtime.transfer.TransferMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of one database belong to which of another; the same for copying and comparing. */
final class MappingOptions {

  @Option(
      names = "--map",
      paramLabel = "NAME=NAME",
      split = ",",
      description = "The second has another name for it: users.mail=users.email, users=people.")
  List<String> map = new ArrayList<>();

  @Option(
      names = "--map-file",
      paramLabel = "FILE",
      description = "A file with such lines, and with lines  drop users.phone.")
  @Nullable Path mapFile;

  @Option(
      names = "--drop",
      paramLabel = "NAME",
      split = ",",
      description = "The second has no place for it: users.phone, or a table.")
  List<String> drop = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "TABLE",
      split = ",",
      description = "Only this table; may be repeated.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--skip",
      paramLabel = "TABLE",
      split = ",",
      description = "Not this table; may be repeated.")
  List<String> skip = new ArrayList<>();

  /** What they say together. */
  TransferMapping mapping(Invocation invocation) {
    return new TransferMapping(
        map, mapFile == null ? null : invocation.directory().resolve(mapFile), drop, only, skip);
  }
}
