# shellcheck shell=bash
# Benchmarks of copy and compare, read by run beside this file.
#
#   BENCH_COPY_MB    how large the source of copy is, default 1500
#   BENCH_LITE_ROWS  how many rows the SQLite source has, default 2000000
#   BENCH_TINY_MB    how much is copied out of the tiny server, default 200

copy_mb=${BENCH_COPY_MB:-1500}
lite_rows=${BENCH_LITE_ROWS:-2000000}
tiny_mb=${BENCH_TINY_MB:-200}
copy_heap=-Xmx128m

# --- what is copied -----------------------------------------------------------------------------

# Two tables, five indexes with those of the primary keys, one foreign key.
large_tables='
CREATE TABLE accounts (
  id bigint PRIMARY KEY, owner uuid NOT NULL, name text NOT NULL, email varchar(200), country char(2),
  balance numeric(18,2) NOT NULL, rating double precision, level int, flags smallint, active boolean NOT NULL,
  born date, opened_at timestamptz NOT NULL, seen_at timestamp, settings jsonb, token bytea, note text);
CREATE TABLE trades (
  id bigint PRIMARY KEY, account_id bigint NOT NULL, symbol text NOT NULL, side varchar(4) NOT NULL,
  quantity numeric(18,4) NOT NULL, price numeric(18,6) NOT NULL, fee numeric(12,4), slippage double precision,
  kind int, venue smallint, open boolean NOT NULL, settled_on date, executed_at timestamptz NOT NULL,
  reference uuid, tags jsonb, note text);'
large_indexes='
CREATE INDEX accounts_opened ON accounts (opened_at);
CREATE INDEX trades_account ON trades (account_id);
CREATE INDEX trades_symbol ON trades (symbol, executed_at);'
large_keys='
ALTER TABLE trades ADD CONSTRAINT trades_account_fk FOREIGN KEY (account_id) REFERENCES accounts;'

# large_rows ROWS: that many in each table.
large_rows() {
  cat <<SQL
INSERT INTO accounts
  SELECT g, md5(g::text)::uuid, 'Account of ' || md5((g * 7)::text), 'a' || g || '@example.org', 'DE',
      (g * 7919 % 10000019) / 100.0, g / 7.0::float8, g % 100, g % 7, g % 3 = 0, date '1950-01-01' + (g % 20000)::int,
      timestamptz '2020-01-01 00:00:00+00' + g * interval '7 seconds', timestamp '2026-01-01' + g * interval '1 second',
      jsonb_build_object('theme', 'dark', 'size', g % 20, 'last', md5((g * 3)::text)), decode(md5((g * 5)::text), 'hex'),
      CASE WHEN g % 4 > 0 THEN 'Some words about this account, number ' || g END
    FROM generate_series(1, $1::bigint) g;
INSERT INTO trades
  SELECT g, 1 + g * 7919 % $1, 'S' || g % 5000, CASE g % 2 WHEN 0 THEN 'buy' ELSE 'sell' END, g % 100000 / 4.0,
      (g * 104729 % 99999989) / 1000.0, g % 1000 / 100.0, g / 3.0::float8, g % 9, g % 30, g % 50 = 0,
      date '2020-01-01' + (g % 2500)::int, timestamptz '2020-01-01 00:00:00+00' + g * interval '11 seconds',
      md5((g * 11)::text)::uuid, jsonb_build_object('tag', md5((g * 13)::text), 'n', g, 'list', '[1, 2, 3]'::jsonb),
      'Entered after a pullback to the moving average, trade ' || g || ', ' || md5((g * 17)::text)
    FROM generate_series(1, $1::bigint) g;
SQL
}

# make_large DATABASE MB: that large with its indexes.
make_large() {
  fresh_database "$1"
  # About 325 bytes a row, and 57 in indexes.
  local rows=$(($2 * 1000000 / 764))
  {
    printf '%s' "$large_tables"
    large_rows "$rows"
    printf '%s%s' "$large_indexes" "$large_keys"
  } | psql -X -q -v ON_ERROR_STOP=1 "$server/$1"
  psql -X -q "$server/$1" -c 'VACUUM (ANALYZE, FREEZE)' -c CHECKPOINT
  psql -X -A -t "$server/$1" -c \
    "SELECT format('source: %s rows, tables %s, indexes %s', 2 * $rows, pg_size_pretty(sum(pg_table_size(oid))),
       pg_size_pretty(sum(pg_indexes_size(oid)))) FROM pg_class WHERE relname IN ('accounts', 'trades')"
}

# copy_into DATABASE: made anew, everything before it written out, so that nobody pays for another.
copy_into() {
  fresh_database "$1"
  psql -X -q "$server/postgres" -c CHECKPOINT
}

# --- the rivals ---------------------------------------------------------------------------------

pipe_table() {
  psql -X -q "$server/bench_source" -c "COPY $1 TO STDOUT (FORMAT binary)" |
    psql -X -q "$server/bench_pipe" -c "COPY $1 FROM STDIN (FORMAT binary)"
}

# The data alone, one pipe for each of the two tables at once.
raw_pipe() {
  pipe_table accounts &
  local other=$!
  pipe_table trades
  wait "$other"
}

dump_restore() {
  rm -rf "$work/dump"
  pg_dump -Fd -j2 -Z0 -f "$work/dump" "$server/bench_source"
  pg_restore -j2 -d "$server/bench_restored" "$work/dump"
}

# --- liftlock -----------------------------------------------------------------------------------

copier() {
  LIFTLOCK_JAVA_OPTS=$copy_heap "$liftlock" -C "$work" --quiet --format json copy "$@"
}

comparer() {
  LIFTLOCK_JAVA_OPTS=$copy_heap "$liftlock" -C "$work" --quiet --format json compare "$@"
}

# phase NAME FILE: the milliseconds of a phase in a copy's JSON.
phase() {
  tr -d '\n' <"$2" | grep -oE "\"name\" ?: ?\"$1\", *\"durationMs\" ?: ?[0-9]+" | grep -oE '[0-9]+$' | head -n 1
}

# keep_phase NAME: of the copy that was measured last; 0 where there was no such phase.
keep_phase() {
  local took
  took=$(phase "$1" "$work/out" || true)
  printf '%s\n' "${took:-0}" >>"$work/phase_$1.ms"
}

bench_copy() {
  has psql && has pg_dump && has pg_restore || fail 'psql, pg_dump and pg_restore are needed'
  local dump round
  dump=$(pg_dump --version | sed -nE 's/.* ([0-9]+)\..*/\1/p')
  schema_server="schema?version=$((dump < 18 ? dump : 18))"
  [ -n "${BENCH_URL:-}" ] || server=
  start_server "$schema_server"
  make_large bench_source "$copy_mb"
  for ((round = 1; round <= rounds; round++)); do
    copy_into bench_pipe
    printf '%s' "$large_tables" | sed 's/ PRIMARY KEY//' | psql -X -q "$server/bench_pipe"
    measure raw raw_pipe
    psql -X -q "$server/postgres" -c 'DROP DATABASE bench_pipe'
    copy_into bench_restored
    measure restored dump_restore
    rm -rf "$work/dump"
    psql -X -q "$server/postgres" -c 'DROP DATABASE bench_restored'
    copy_into bench_copied
    measure copied copier --from "$server/bench_source" --to "$server/bench_copied" \
      --schema-from source --jobs 2 --no-verify --yes
    for name in schema rows indexes keys; do keep_phase "$name"; done
    measure compared comparer "$server/bench_source" "$server/bench_copied" --jobs 2
  done
  title "$copy_mb MB in two tables with five indexes and a foreign key, two jobs, -Xmx128m"
  row 'psql COPY binary | psql COPY binary, two at once, data alone' raw
  row 'liftlock copy, the phase of the rows' phase_rows raw
  row 'pg_dump -Fd -j2 -Z0, then pg_restore -j2' restored
  row 'liftlock copy, whole process' copied restored
  row '  its phase of the schema' phase_schema
  row '  its phase of the indexes' phase_indexes
  row '  its phase of the keys' phase_keys
  row 'liftlock compare, whole process' compared copied
}

# --- SQLite to PostgreSQL -----------------------------------------------------------------------

make_lite() {
  sqlite3 "$1" <<SQL
PRAGMA journal_mode = wal;
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE, joined DATETIME);
CREATE TABLE trades (
  id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id), symbol TEXT NOT NULL, price REAL,
  quantity INT, open BOOLEAN, at DATETIME, note TEXT);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $2 / 10)
  INSERT INTO users SELECT i, 'User ' || i, 'u' || i || '@example.org', datetime(1577836800 + i * 60, 'unixepoch') FROM n;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $2 - $2 / 10)
  INSERT INTO trades
    SELECT i, 1 + i * 7919 % ($2 / 10), 'S' || i % 500, i / 7.0, i % 1000, i % 2, datetime(1577836800 + i * 11, 'unixepoch'),
        CASE WHEN i % 3 THEN 'note ' || i END
      FROM n;
CREATE INDEX trades_user ON trades (user_id);
PRAGMA wal_checkpoint(TRUNCATE);
SQL
}

bench_lite() {
  has sqlite3 && has psql || fail 'sqlite3 and psql are needed'
  local round
  start_server
  make_lite "$work/lite.db" "$lite_rows" >/dev/null
  for ((round = 1; round <= rounds; round++)); do
    copy_into bench_lite
    measure lite_copied copier --from "sqlite:$work/lite.db" --to "$server/bench_lite" \
      --schema-from source --jobs 2 --no-verify --yes
    copy_into bench_lite
    measure lite_verified copier --from "sqlite:$work/lite.db" --to "$server/bench_lite" \
      --schema-from source --jobs 2 --yes
  done
  title "SQLite to PostgreSQL, $lite_rows rows ($(($(stat -c %s "$work/lite.db") / 1000000)) MB), with indexes and keys"
  row 'liftlock copy --no-verify' lite_copied
  row 'liftlock copy, compared at the end' lite_verified lite_copied
}

# --- a tiny server ------------------------------------------------------------------------------

tiny_group=liftlock-bench-$$

# tiny_limit PID: puts a server and all its processes into a tenth of a processor and 256 MB.
tiny_limit() {
  local root=/sys/fs/cgroup pid
  if [ -w "$root/cgroup.procs" ] && grep -qw cpu "$root/cgroup.controllers" 2>/dev/null; then
    mkdir "$root/$tiny_group" || return 1
    echo '10000 100000' >"$root/$tiny_group/cpu.max"
    echo $((256 * 1048576)) >"$root/$tiny_group/memory.max"
    tiny_groups=("$root/$tiny_group")
  elif [ -w "$root/cpu/cgroup.procs" ] && [ -w "$root/memory/cgroup.procs" ]; then
    mkdir "$root/cpu/$tiny_group" "$root/memory/$tiny_group" || return 1
    echo 100000 >"$root/cpu/$tiny_group/cpu.cfs_period_us"
    echo 10000 >"$root/cpu/$tiny_group/cpu.cfs_quota_us"
    echo $((256 * 1048576)) >"$root/memory/$tiny_group/memory.limit_in_bytes"
    tiny_groups=("$root/cpu/$tiny_group" "$root/memory/$tiny_group")
  else
    return 1
  fi
  for pid in "$1" $(pgrep -P "$1"); do
    for group in "${tiny_groups[@]}"; do echo "$pid" >"$group/cgroup.procs"; done
  done
}

# watch_tiny FILE: how long `select 1` takes every 100 ms, until there is a file with .stop behind its name.
watch_tiny() {
  {
    printf '\\timing on\n'
    while [ ! -e "$1.stop" ]; do
      sleep 0.1
      printf 'SELECT 1;\n'
    done
  } | psql -X -q -A -t "$tiny/bench_tiny" | sed -nE 's/^Time: ([0-9.]+) ms.*/\1/p' >"$1"
}

# stop_watching FILE PROCESS
stop_watching() {
  : >"$1.stop"
  wait "$2"
}

percentile() {
  sort -n "$2" | awk -v p="$1" '{ v[NR] = $1 } END { if (NR) printf "%.0f", v[int((NR - 1) * p / 100) + 1]; else printf "none" }'
}

# copy_out_of_tiny NAME ARGUMENT...: one measured copy out of the tiny server, watched.
copy_out_of_tiny() {
  local name=$1 watcher pid peak=0 now samples=$work/$1.rss
  shift
  copy_into bench_from_tiny
  watch_tiny "$work/$name.select" &
  watcher=$!
  : >"$samples"
  copier --from "$tiny/bench_tiny" --to "$server/bench_from_tiny" --schema-from source --no-verify --yes "$@" \
    >"$work/out" 2>&1 &
  pid=$!
  local begin
  begin=$(now_us)
  # The launcher becomes the Java process itself, so its memory is that of this process.
  while kill -0 "$pid" 2>/dev/null; do
    for child in "$pid" $(pgrep -P "$pid"); do
      now=$(awk '$1 == "VmRSS:" { print $2 }' "/proc/$child/status" 2>/dev/null || true)
      [ -z "$now" ] || [ "$now" -lt 20000 ] || printf '%s\n' "$now" >>"$samples"
    done
    sleep 1
  done
  wait "$pid" || {
    tail -n 20 "$work/out" >&2
    fail "failed: copy out of the tiny server"
  }
  printf '%s\n' $((($(now_us) - begin) / 1000)) >>"$work/$name.ms"
  stop_watching "$work/$name.select" "$watcher"
  peak=$(sort -n "$samples" | tail -n 1)
  printf '%-44s %6d s   select 1: p50 %s ms, p95 %s ms, p99 %s ms   memory: %d MB in the middle, %d MB at most\n' \
    "$name" $(($(median "$name") / 1000)) "$(percentile 50 "$work/$name.select")" \
    "$(percentile 95 "$work/$name.select")" "$(percentile 99 "$work/$name.select")" \
    $(($(percentile 50 "$samples") / 1024)) $((${peak:-0} / 1024))
}

bench_tiny() {
  has psql || fail 'psql is needed'
  local data postmaster normal
  start_server
  normal=$server
  server=
  start_server tiny
  tiny=$server
  make_large bench_tiny "$tiny_mb"
  data=$(psql -X -A -t "$tiny/postgres" -c 'SHOW data_directory')
  postmaster=$(head -n 1 "$data/postmaster.pid")
  title "$tiny_mb MB out of a server in a tenth of a processor and 256 MB"
  if ! tiny_limit "$postmaster"; then
    printf 'not measured: cgroups cannot be made here (root is needed, and a writable /sys/fs/cgroup)\n'
    server=$normal
    return
  fi
  watch_tiny "$work/idle.select" &
  local watcher=$!
  sleep 20
  stop_watching "$work/idle.select" "$watcher"
  printf '%-44s            select 1: p50 %s ms, p95 %s ms, p99 %s ms\n' 'nobody copies' \
    "$(percentile 50 "$work/idle.select")" "$(percentile 95 "$work/idle.select")" "$(percentile 99 "$work/idle.select")"
  server=$normal
  copy_out_of_tiny throttled --profile tiny
  copy_out_of_tiny unthrottled --profile normal --jobs 2
}

tiny_release() {
  local group
  for group in "${tiny_groups[@]:-}"; do
    # The server ended with its group's last process; only an empty group can be removed.
    [ -z "$group" ] || rmdir "$group" 2>/dev/null || true
  done
}
