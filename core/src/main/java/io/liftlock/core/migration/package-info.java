/**
 * Migrations, the graph they form, and the history a database tells of them. Values and pure
 * functions only.
 */
@NullMarked
package io.liftlock.core.migration;

import org.jspecify.annotations.NullMarked;
