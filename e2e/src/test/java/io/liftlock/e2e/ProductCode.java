package io.liftlock.e2e;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Everything that is shipped: neither tests nor {@code testkit}, which only tests use. */
final class ProductCode implements ImportOption {

  private final ImportOption noTests = new ImportOption.DoNotIncludeTests();

  @Override
  public boolean includes(Location location) {
    return noTests.includes(location) && !location.contains("/io/liftlock/testkit/");
  }
}
