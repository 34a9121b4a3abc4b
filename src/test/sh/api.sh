# Sourced by the scripts beside it: the whole API by curl, as a person at a terminal would use it.
# Needs $api_url and $curl_args, and work_off, which has the queue's function work where no queue does.
api_url=''
curl_args=()

call() { # STATUS METHOD PATH [CURL ARGUMENTS]: leaves the answer in $work/body and $work/headers
  local expected="$1" method="$2" path="$3" status
  shift 3
  status="$(curl -sS --max-time 60 --path-as-is -o "$work/body" -D "$work/headers" -w '%{http_code}' -X "$method" "${curl_args[@]}" "$@" \
    "$api_url$path")" || fail "$method $path: no answer"
  [ "$status" = "$expected" ] || fail "$method $path: $status instead of $expected: $(head -c 600 "$work/body")"
}
post() { call "$1" POST "$2" -H 'content-type: application/json' --data-binary "$3" "${@:4}"; }
field() { # PATH: a value of the last answer
  python3 - "$work/body" "$1" <<'PY'
import json, sys
value = json.load(open(sys.argv[1], encoding="utf-8"))
for name in sys.argv[2].split("/"):
    value = value[int(name)] if isinstance(value, list) else value[name]
print(value)
PY
}
header() { sed -n "s/^$1: *\([^\r]*\).*/\1/Ip" "$work/headers"; }
problem() { # STATUS TYPE: what the last answer should be
  header content-type | grep -q '^application/problem+json' || fail "no problem document: $(cat "$work/headers")"
  [ "$(field status) $(field type)" = "$1 urn:fixation-heatmap:problem:$2" ] || fail "not $1 $2: $(head -c 600 "$work/body")"
}

# Uploads a zip by a presigned link; leaves the drop's name in $drop_name.
upload() { # ZIP NAME
  local args=() line
  post 201 /v1/uploads "{\"name\": \"$2\", \"bytes\": $(stat -c %s "$1"), \"sha256\": \"$(sha256sum "$1" | cut -d' ' -f1)\"}"
  drop_name="$(field drop)"
  while IFS= read -r line; do args+=(-H "$line"); done < <(python3 -c '
import json, sys
for header in json.load(open(sys.argv[1]))["headers"].items(): print("%s: %s" % header)' "$work/body")
  local url
  url="$(field url)"
  head -c "$(stat -c %s "$1")" /dev/zero >"$work/other"
  [ "$(curl -sS --max-time 60 -o "$work/refusal" -w '%{http_code}' -X PUT "${args[@]}" --data-binary "@$work/other" "$url")" != 200 ] ||
    fail "a presigned PUT took other bytes"
  curl -sSf --max-time 60 -X PUT "${args[@]}" --data-binary "@$1" "$url" || fail "the presigned PUT was refused"
}

api_conversation() { # PLAIN-RESULTS-OF-THE-ZIP ZIP
  local tag id path
  call 200 GET /v1/openapi.json
  [ "$(field openapi)" = 3.1.0 ] || fail "no description: $(head -c 600 "$work/body")"
  tag="$(header etag)"
  call 304 GET /v1/openapi.json -H "If-None-Match: $tag"
  ok "the API describes itself"

  upload "$2" 'Küche 1.zip'
  post 200 /v1/heatmaps "{\"drop\": \"$drop_name\"}"
  id="$(field id)"
  [ "$(field manifest/source/drop)" = zip ] || fail "another drop: $(head -c 600 "$work/body")"
  curl -sSf -o "$work/overlay.png" "$(field links/files/overlay.png)" || fail "the link to the overlay does not work"
  cmp "$work/overlay.png" "$1/overlay.png" || fail "the overlay is not that of the plain run"
  same_as_plain "$1" "on-demand/$id"
  post 200 /v1/heatmaps "{\"drop\": \"$drop_name\"}"
  [ "$(field id)" = "$id" ] || fail "the same asked again has another id"
  call 303 GET "/v1/heatmaps/$id/heatmap.png"
  curl -sSf -o "$work/heatmap.png" "$(header location)" || fail "the way to the heatmap leads nowhere"
  cmp "$work/heatmap.png" "$1/heatmap.png" || fail "the heatmap is not that of the plain run"
  ok "uploaded, rendered and fetched: $id"

  post 202 /v1/heatmaps "{\"drop\": \"$drop_name\", \"options\": {\"scale\": 5}}" -H 'Prefer: respond-async'
  path="$(header location)"
  [ -n "$(header retry-after)" ] && [ "$(header preference-applied)" = respond-async ] || fail "headers: $(cat "$work/headers")"
  work_off "requests/${path##*/}.json"
  within 60 "what was put off is done" succeeded "$path"
  call 200 GET "$path"
  [[ "$(field manifest/options/scale)" =~ ^5(\.0)?$ ]] || fail "another scale: $(head -c 600 "$work/body")"
  call 304 GET "$path" -H "If-None-Match: $(header etag)"

  call 200 GET '/v1/heatmaps?prefix=on-demand/&limit=1'
  [ "$(field items/0/status)" = succeeded ] || fail "not in the list: $(head -c 600 "$work/body")"
  call 200 GET "/v1/heatmaps?prefix=on-demand/&limit=1&cursor=$(field next)"
  [ -n "$(field items/0/id)" ] || fail "no second page: $(head -c 600 "$work/body")"
  ok "listed page by page"
  api_errors "$id"
}

succeeded() { call 200 GET "$1"; [ "$(field status)" = succeeded ]; }

api_errors() { # ID
  post 400 /v1/heatmaps '{"drop": '; problem 400 bad-json
  call 400 GET '/v1/heatmaps?limit=none'; problem 400 bad-parameter
  call 404 GET /v1/nothing; problem 404 not-found
  call 405 DELETE /v1/heatmaps; problem 405 method-not-allowed
  post 404 /v1/heatmaps '{"drop": "no/such"}'; problem 404 unknown-drop
  call 404 GET /v1/heatmaps/0000000000000000; problem 404 unknown-heatmap
  call 404 GET "/v1/heatmaps/$1/no.png"; problem 404 unknown-file
  aws s3 cp --quiet "$example/fixations.csv" "s3://$drop_bucket/inbox/lonely/fixations.csv"
  post 409 /v1/heatmaps '{"drop": "lonely"}'; problem 409 incomplete-drop
  head -c 70000 /dev/zero | tr '\0' ' ' >"$work/long"
  call 413 POST /v1/heatmaps -H 'content-type: application/json' --data-binary "@$work/long"; problem 413 body-too-large
  call 415 POST /v1/heatmaps -H 'content-type: text/plain' --data-binary '{}'; problem 415 unsupported-media-type
  post 422 /v1/heatmaps '{"drop": "../escape"}'; problem 422 bad-value
  post 422 /v1/heatmaps "{\"drop\": \"$drop_name\", \"options\": {\"scale\": 100}}"; problem 422 bad-option
  [ "$(field pointer)" = /options/scale ] || fail "no pointer: $(head -c 600 "$work/body")"
  ok "every error in its form"
}

# The examples of the documentation in one language, word for word but for the API's address; the zip is the bundled example.
documented() { # LANGUAGE ADDRESS
  mkdir -p "$work/documented"
  cp "$work/study 1.zip" "$work/documented/kitchen.zip"
  sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/{/^\`\`\`/d;p}" "$root/src/docs/api.md" |
    sed "s,https://a1b2c3d4e5[^\" ]*amazonaws.com,$2," >"$work/documented/example.$1"
  grep -q "$2" "$work/documented/example.$1" || fail "no example in $1"
}
refused() { # LANGUAGE COMMAND...: the same with a scale that is refused, which must say why
  sed 's/\(scale[\\"]*: \)5}/\1500}/' "$work/documented/example.$1" >"$work/documented/refused.$1"
  ! (cd "$work/documented" && "${@:2}" "refused.$1") >"$logs/refused-$1.log" 2>&1 || fail "a scale of 500 was not refused"
  grep -q '^[^{]*scale.*500' "$logs/refused-$1.log" || fail "the example in $1 does not say why: $(tail -3 "$logs/refused-$1.log")"
  ok "the example in $1 says why it was refused: $(grep '^[^{]*scale.*500' "$logs/refused-$1.log")"
}
