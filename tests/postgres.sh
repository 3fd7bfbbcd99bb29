#!/usr/bin/env bash
# Starts a private PostgreSQL cluster on a free port of 127.0.0.1, prints its connection string, and keeps it until
# standard input is closed. Whoever started it needs to clean up nothing, not even after a crash.
set -euo pipefail

binaries=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
if [[ -z $binaries ]]; then
  echo 'PostgreSQL is not installed: "bash tests/run.sh" installs it for root, "apt-get install postgresql" does it by hand.' >&2
  exit 1
fi

home=$(mktemp -d /tmp/studygroup-postgres.XXXXXX)
as_owner() { "$@"; }
if [[ $(id -u) -eq 0 ]]; then
  chown postgres: "$home"
  as_owner() { (cd /tmp && runuser -u postgres -- "$@"); }
fi

stop() {
  as_owner "$binaries/pg_ctl" --pgdata="$home/data" --mode=immediate stop >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 1' INT TERM

password=$(od -An -N 16 -t x1 /dev/urandom | tr -d ' \n')
printf '%s' "$password" > "$home/password"
chmod 644 "$home/password"
as_owner "$binaries/initdb" --pgdata="$home/data" --username=studygroup --pwfile="$home/password" \
  --auth=scram-sha-256 --encoding=UTF8 --locale=C >"$home/initdb.log" 2>&1 || { cat "$home/initdb.log" >&2; exit 1; }

# Nothing in it outlives the run, so nothing waits for the disk.
settings="-c max_connections=300 -c shared_buffers=64MB -c fsync=off -c full_page_writes=off"
for _ in {1..20}; do
  # Below the ephemeral ports, so that nobody's outgoing connection sits there.
  port=$((20000 + RANDOM % 10000))
  if as_owner "$binaries/pg_ctl" --pgdata="$home/data" --log="$home/server.log" --wait --timeout=30 --silent \
    --options="-h 127.0.0.1 -p $port -k $home $settings" start >/dev/null 2>&1; then
    echo "Host=127.0.0.1;Port=$port;Username=studygroup;Password=$password;Database=postgres"
    while read -r _; do :; done
    exit 0
  fi
done
cat "$home/server.log" >&2
exit 1
