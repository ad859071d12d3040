# Starts one PostgreSQL server and stops it when its last user is gone.
#
# Arguments: the server's folder, then the command that becomes the server but for its port.
#
# Every user keeps the named pipe "users" open for writing, so the kernel counts the users: a
# process that is killed without warning leaves as surely as one that says goodbye. The pipe also
# carries what users ask for, one line each:
#   join ID             answer by making the file joined.ID
#   start ATTEMPT PORT  run the server; if it ends, the file exited.ATTEMPT holds its exit status
#   keep ID / drop ID   be a user oneself, or no longer; answered like join

trap '' HUP INT QUIT TERM
cd "$1" || exit 1
shift
umask 077

pause() {
  sleep 0.02 2>/dev/null || sleep 1
}

serve() {
  attempt=$1
  port=$2
  shift 2
  rm -f exited.*
  (
    sh -c 'echo $$ > server.pid.new && mv server.pid.new server.pid && exec "$@"' sh \
      "$@" -p "$port" </dev/null >>server.log 2>&1 3<&- 4>&-
    status=$?
    rm -f server.pid
    echo "$status" > exited.new && mv exited.new "exited.$attempt"
  ) 3<&- 4>&- &
  # Whoever stops the server needs its process id, so nothing else is done before it is known.
  while [ ! -e server.pid ] && [ ! -e "exited.$attempt" ]; do pause; done
}

answer() {
  word=$1
  first=$2
  second=$3
  shift 3
  case $word in
    join) : > "joined.$first" ;;
    keep)
      exec 4>users
      : > kept
      : > "joined.$first"
      ;;
    drop)
      exec 4>&-
      rm -f kept
      : > "joined.$first"
      ;;
    start) serve "$first" "$second" "$@" ;;
  esac
}

rm -f joined.* kept users.closing
[ -p users ] || mkfifo users || exit 1
echo $$ > supervisor.pid
# Opening for both never waits; the write end is given up once the first user has opened its own.
exec 4<>users 3<users
echo ready
exec >/dev/null 2>&1
read -r nothing
exec </dev/null 4>&-

while :; do
  while read -r word first second <&3; do answer "$word" "$first" "$second" "$@"; done
  # The last user is gone. Once the pipe has another name nobody new can open it; whoever slipped in
  # before that is seen by the next read, which ends at once only where there is nobody.
  mv users users.closing || break
  read -r word first second <&3 || break
  mv users.closing users
  answer "$word" "$first" "$second" "$@"
done

# Asked again and again: a server that has only just begun does not hear the signal yet.
tries=0
while [ -e server.pid ] && [ "$tries" -lt 4000 ]; do
  tries=$((tries + 1))
  # Fast shutdown; after a minute an immediate one, from which the next start recovers.
  if [ "$tries" -lt 3000 ]; then signal=INT; else signal=QUIT; fi
  kill "-$signal" "$(cat server.pid)" 2>/dev/null || { pause; rm -f server.pid; }
  pause
done
rm -f joined.* exited.* kept users.closing supervisor.pid
