# shellcheck shell=bash
# The benchmark of lint, read by run beside this file.

# make_alterations COUNT DIR: that many migrations of three statements each, which change tables that
# are there, as those of a grown project do; half of them hurt.
make_alterations() {
  mkdir -p "$2"
  awk -v count="$1" -v dir="$2" 'BEGIN {
    for (i = 1; i <= count; i++) {
      name = sprintf("%05d_step", i)
      file = dir "/" name ".sql"
      printf "-- Migration: %s\n-- Purpose: One of many\n\n", name > file
      table = "t" (i - (i - 1) % 10)
      if (i % 10 == 1) {
        printf "CREATE TABLE %s (id bigint PRIMARY KEY, parent_id bigint, note text NOT NULL);\n", table > file
        printf "CREATE INDEX %s_note ON %s (note);\n", table, table > file
        printf "COMMENT ON TABLE %s IS %cOne of many%c;\n", table, 39, 39 > file
      } else if (i % 2 == 0) {
        printf "ALTER TABLE %s ADD COLUMN c%d text;\n", table, i > file
        printf "ALTER TABLE %s ALTER COLUMN c%d SET DEFAULT %cx%c;\n", table, i, 39, 39 > file
        printf "UPDATE %s SET c%d = lower(note) WHERE id BETWEEN 1 AND 1000;\n", table, i > file
      } else {
        printf "CREATE INDEX %s_c%d ON %s (c%d);\n", table, i, table, i - 1 > file
        printf "ALTER TABLE %s ALTER COLUMN c%d SET NOT NULL;\n", table, i - 1 > file
        printf "ALTER TABLE %s ADD CONSTRAINT %s_k%d CHECK (length(c%d) > 0);\n", table, table, i, i - 1 > file
      }
      close(file)
    }
  }'
}

bench_lint() {
  local round
  make_files 1000 "$work/lint/migrations" postgres
  make_alterations 1000 "$work/grown/migrations"
  for ((round = 1; round <= rounds * 2; round++)); do
    measure lint_version "$liftlock" version
    # Findings end it with 1, which is not meant here.
    measure lint_new "$liftlock" -C "$work/lint" lint --fail-on never
    measure lint_grown "$liftlock" -C "$work/grown" lint --fail-on never
    measure lint_json "$liftlock" -C "$work/grown" --format json lint --fail-on never
    if has squawk; then
      measure lint_squawk sh -c 'squawk "$@"; :' squawk "$work"/grown/migrations/*.sql
    fi
  done
  title 'Linting 1,000 files of three statements, the whole process'
  row 'liftlock version: starting and nothing else' lint_version
  row 'liftlock lint, each file makes a table' lint_new lint_version
  row 'liftlock lint, most change tables; thousands of findings' lint_grown lint_version
  row 'the same as JSON' lint_json lint_version
  if has squawk; then row 'squawk' lint_squawk; fi
  bench_lint_migrate
}

# What looking costs a migrate: the same plan with rules and without.
bench_lint_migrate() {
  local round
  start_server
  printf 'environments:\n  development:\n    databases: {main: "%s"}\n' \
    '${BENCH_DATABASE}' >"$work/grown/liftlock.yaml"
  export BENCH_DATABASE="$server/postgres"
  for ((round = 1; round <= rounds * 2; round++)); do
    measure look_off "$liftlock" -C "$work/grown" --quiet migrate --dry-run --no-lint
    measure look_on "$liftlock" -C "$work/grown" --quiet migrate --dry-run
  done
  title 'migrate --dry-run of the same 1,000 files: what the rules add'
  row 'locks alone (--no-lint)' look_off
  row 'locks and findings' look_on look_off
}
