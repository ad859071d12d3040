package io.liftlock.cli;

import io.liftlock.runtime.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** Tells the version. */
@Command(name = "version", header = "Show the version of liftlock and of Java.")
final class VersionCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    String version = Version.text();
    String java = System.getProperty("java.version") + " " + System.getProperty("java.vendor");
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return Answer.of(
        terminal -> terminal.say("liftlock " + version + " (Java " + java + ", " + system + ")"),
        () -> {
          Map<String, Object> data = new LinkedHashMap<>();
          data.put("version", version);
          data.put("java", java);
          data.put("system", system);
          return data;
        });
  }
}
