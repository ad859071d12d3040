package io.liftlock.runtime;

import io.liftlock.engine.deploy.SchemaFrom;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.runtime.transfer.CopyPace;
import io.liftlock.runtime.transfer.CopyRequest;

/** Says to the engine what a person wants of a copy. */
final class CopyWishes {

  private CopyWishes() {}

  /** How rows are copied. */
  static CopyOptions options(CopyRequest request, CopyPace pace) {
    return new CopyOptions(
        pace.jobs(),
        profile(pace.profile()),
        pace.limit().bytesPerSecond(),
        pace.limit().rowsPerSecond(),
        pace.chunkBytes(),
        existing(request.existing()),
        request.beginning() == CopyRequest.Beginning.RESTART,
        pace.targetBytes(),
        request.consistency() == CopyRequest.Weaker.ACCEPT,
        pace.sourceExpires(),
        request.values().nan(),
        request.verification() == CopyRequest.Verification.COMPARE);
  }

  private static CopyOptions.Profile profile(CopyPace.Profile profile) {
    return switch (profile) {
      case AUTO -> CopyOptions.Profile.AUTO;
      case NORMAL -> CopyOptions.Profile.NORMAL;
      case TINY -> CopyOptions.Profile.TINY;
    };
  }

  private static CopyOptions.IntoExisting existing(CopyRequest.Existing existing) {
    return switch (existing) {
      case REFUSE -> CopyOptions.IntoExisting.REFUSE;
      case REPLACE -> CopyOptions.IntoExisting.REPLACE;
      case APPEND -> CopyOptions.IntoExisting.APPEND;
    };
  }

  /** Where the target's schema comes from. */
  static SchemaFrom schema(CopyRequest.SchemaOrigin origin) {
    return switch (origin) {
      case MIGRATIONS -> SchemaFrom.MIGRATIONS;
      case SOURCE -> SchemaFrom.SOURCE;
      case TARGET -> SchemaFrom.AS_IS;
    };
  }
}
