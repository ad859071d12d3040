package io.liftlock.engine.deploy;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.translate.Translator;
import io.liftlock.engine.transfer.translate.TypeOverrides;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds tables and columns again whose names had to become others in another kind of database. */
final class NamesAcross {

  private final NewHomeRequest request;

  NamesAcross(NewHomeRequest request) {
    this.request = request;
  }

  /** What a person says of names, and what follows from how names are said in the other dialect. */
  CopyMapping mapping(Schema source, Schema target) {
    CopyMapping said = request.mapping();
    if (source.dialect() == target.dialect()) {
      return said;
    }
    Map<ObjectId, ObjectId> names =
        new Translator(
                Schema.empty(target.dialect(), target.serverVersion()),
                request.renderer()::quoted,
                TypeOverrides.NONE,
                request.names())
            .translate(source, Map.of())
            .names();
    List<CopyMapping.Rename> renames = new ArrayList<>(said.renames());
    names.forEach(
        (from, to) -> {
          if (!from.name().equalsIgnoreCase(to.name())
              && target.has(to)
              && said.renames().stream().noneMatch(rename -> means(rename.from(), from))
              && said.drops().stream().noneMatch(drop -> means(drop, from))) {
            renames.add(new CopyMapping.Rename(named(from), named(to)));
          }
        });
    return new CopyMapping(renames, said.drops(), said.only(), said.skip());
  }

  private static CopyMapping.Named named(ObjectId id) {
    return new CopyMapping.Named(id.path(), id.qualified());
  }

  private static boolean means(CopyMapping.Named name, ObjectId id) {
    List<String> path = id.path();
    List<String> names = name.names();
    return names.size() <= path.size()
        && String.join("\0", path.subList(path.size() - names.size(), path.size()))
            .equalsIgnoreCase(String.join("\0", names));
  }
}
