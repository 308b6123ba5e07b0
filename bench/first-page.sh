#!/usr/bin/env bash
# From nothing to the first page: clones this repository, builds, starts, and says how long each took, how much memory and how much disk.
# usage: bench/first-page.sh [PORT]          prints one table; everything it makes is removed at the end
set -euo pipefail
port=${1:-5097}
repository=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/trame-first.XXXXXX")
server=
stop() { if [ -n "$server" ]; then kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=; fi; }
trap 'stop; rm -rf -- "$work"' EXIT
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f s", b - a }'; }

start() { # starts the server on $work/data and waits for the address $1 to answer 200
  dotnet "$dll" serve --urls "http://127.0.0.1:$port" --data "$work/data" >"$work/log" 2>&1 &
  server=$!
  until curl -fs -o /dev/null "http://127.0.0.1:$port$1"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.05
  done
}
memory() { awk '/^VmRSS/ { printf "%.0f MB", $2 / 1024 }' "/proc/$server/status"; }

from=$(now)
git clone -q "$repository" "$work/trame"
cloned=$(since "$from")
built=$(now)
(cd "$work/trame" && dotnet build src/Trame -c Release -nologo -clp:NoSummary -v q >&2)
built=$(since "$built")
dll=$work/trame/src/Trame/bin/Release/net10.0/trame.dll

first=$(now)
start /
first=$(since "$first")
whole=$(since "$from")
sleep 10
idle_first=$(memory)
stop

second=$(now)
start /
second=$(since "$second")
sleep 10
idle_second=$(memory)
for _ in $(seq 200); do curl -fs -o /dev/null "http://127.0.0.1:$port/"; done
used=$(memory)
stop

(cd "$work/trame" && dotnet publish src/Trame -c Release -nologo -v q -o "$work/published" >&2)
size=$(du -sm "$work/published" | cut -f1)

cat <<TABLE
| what | measured |
|---|---:|
| git clone | $cloned |
| restore, npm and build | $built |
| start, demonstration made, GET / answers 200 | $first |
| all of the above: fresh clone to first page | $whole |
| second start to GET / | $second |
| memory 10 s after the first start (demonstration just made) | $idle_first |
| memory 10 s after the second start | $idle_second |
| memory after 200 pages | $used |
| published, with the list of territories | $size MB |

$(nproc) cores, load average $(cut -d' ' -f1 /proc/loadavg), $(date -u +%F)
TABLE
