/**
 * What can go wrong, as values: codes, problems with their place and next action, and the four
 * kinds of exceptions. Nothing here knows SQL or databases.
 */
@NullMarked
package io.liftlock.core.error;

import org.jspecify.annotations.NullMarked;
