/**
 * What doors ask of copying and comparing, and what they get: values alone. Nothing here opens a
 * database.
 */
@NullMarked
package io.liftlock.runtime.transfer;

import org.jspecify.annotations.NullMarked;
