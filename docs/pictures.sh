#!/usr/bin/env bash
# Takes the pictures of the README from a running demonstration: builds, starts Trame on a folder of its own, photographs pages with Chromium, stops it.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || { echo "pictures: Chromium is missing (sudo apt-get install -y chromium)" >&2; exit 1; }
port=${PORT:-5099}
root=http://127.0.0.1:$port
work=$(mktemp -d)
trap '[ -z "${server:-}" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf -- "$work"' EXIT

dll=src/Trame/bin/Release/net10.0/trame.dll
[ -f "$dll" ] || dotnet build src/Trame -c Release -nologo -clp:NoSummary -v q
dotnet "$dll" serve --urls "$root" --data "$work/data" >"$work/log" 2>&1 </dev/null &
server=$!
for _ in $(seq 300); do
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$root/health" || true)" = 200 ] && break
  kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.2
done

# NAME PATH WIDTH HEIGHT
mkdir -p docs/pictures
picture() {
  "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking --disable-component-update --disable-sync \
    --lang=fr --user-data-dir="$work/chromium" --window-size="$3,$4" --screenshot="$PWD/docs/pictures/$1.png" "$root$2" >/dev/null 2>&1
  size=$(stat -c %s "docs/pictures/$1.png")
  [ "$size" -lt 300000 ] || { echo "pictures: $1.png weighs $size bytes; make it smaller" >&2; exit 1; }
  echo "docs/pictures/$1.png $size bytes"
}
picture home / 1280 1300
picture indicator /observatoire/communes-loin-de-tout 1200 860
picture references /observatoire/reperes 1200 860
