/**
 * Copies the rows of one database into another, resumes what was interrupted, and compares the two.
 * Knows nothing of migrations: which schema the target has is somebody else's business.
 */
@NullMarked
package io.liftlock.engine.transfer;

import org.jspecify.annotations.NullMarked;
