/**
 * How folders of migration files are laid out: one class per layout, which tells from names and
 * marks what each file is. Nothing here cuts SQL or knows a database.
 */
@NullMarked
package io.liftlock.engine.migrate.layout;

import org.jspecify.annotations.NullMarked;
