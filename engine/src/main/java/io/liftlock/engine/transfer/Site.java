package io.liftlock.engine.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.event.Listener;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.pace.Throttle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all workers of one copy share.
 *
 * @param copyId which copy
 * @param database whose name events carry
 * @param options how a person wants it
 * @param target takes the rows
 * @param ledger remembers them
 * @param point what is read
 * @param board what is to be done
 * @param throttle how fast
 * @param progress how far it is
 * @param phases how long it takes
 * @param perseverance what is done when connections are lost
 * @param indexMemory what one index may take while it is built, in bytes
 * @param rejects takes note of rows that are left out; null: none may be
 * @param notices takes what a person should know
 * @param timing time and chance
 * @param listener is told what happens
 */
record Site(
    String copyId,
    String database,
    CopyOptions options,
    RowTarget target,
    CopyLedger ledger,
    SharedPoint point,
    Board board,
    Throttle throttle,
    RowProgress progress,
    Phases phases,
    Perseverance perseverance,
    long indexMemory,
    @Nullable Consumer<Misfit> rejects,
    Notices notices,
    Timing timing,
    Listener listener) {}
