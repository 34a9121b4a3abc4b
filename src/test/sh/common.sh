# Sourced by the scripts beside it: what they need, MiniStack on a Docker network of its own, and leaving nothing behind.
set -euo pipefail

name="$(basename "$0")"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)"
example="$root/src/test/resources/example" # the bundled export
tobii="$root/src/test/resources/trackers/tobii-studio" # a made one of another eye tracker
cache="${XDG_CACHE_HOME:-$HOME/.cache}/fixation-heatmap"
logs="$root/target/$name"
passed=0

# The names that events/ use, so that those files can be sent as they are. An account that no one has.
stack=fixation-heatmap
account=123456789012
drop_bucket="$stack-drop-$account"
results_bucket="$stack-results-$account"

case "$(uname -m)" in
  x86_64) arch=x86_64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) echo "$name: no Lambda base image for $(uname -m)" >&2; exit 1 ;;
esac
base_image="public.ecr.aws/lambda/java:25-$arch"
rapid_image="public.ecr.aws/lambda/java:25-rapid-$arch" # the SAM CLI makes it from the other at the first sam local

say() { printf '%s %4d s  %s\n' "$name" "$SECONDS" "$*"; }
ok() { passed=$((passed + 1)); say "ok: $*"; }
fail() { say "FAILED: $*" >&2; exit 1; }

# A user without Docker loses nothing but this check. In CI it must not go missing unseen.
without() {
  echo "$name: $1" >&2
  [ "${CI:-}" = true ] && { echo "$name: NOT RUN, and CI has to run it" >&2; exit 1; }
  echo "$name: skipped"
  exit 0
}

# ---- What was started is stopped, by its process id or its name, whatever happens.
work=''
network="fixation-heatmap-$$"
ministack_pid=''
started=()
run_image=''
# What MiniStack's log holds of tries that failed: its own lines, and those of the functions that it invoked for a queue.
failed_tries() { grep -h '"level":"ERROR"\|failed processing SQS\|partial failures)' "$logs/ministack.log" 2>/dev/null | cut -c 1-1000; }
finish() {
  local status=$?
  trap - EXIT INT TERM
  [ "$status" -eq 0 ] || failed_tries | tail -20 >&2 || true
  for pid in $ministack_pid "${started[@]}"; do { kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; } || true; done
  if docker network inspect "$network" >/dev/null 2>&1; then
    docker ps -aq --filter "network=$network" | xargs -r docker rm -f >/dev/null 2>&1 || true
    docker network rm "$network" >/dev/null 2>&1 || true
  fi
  [ -z "$run_image" ] || docker image rm -f "$run_image" >/dev/null 2>&1 || true
  [ -z "$work" ] || rm -rf "$work"
  if [ "$status" -eq 0 ]; then
    echo "$name: $passed passed, 0 failed"
  else
    echo "$name: $passed passed, 1 failed (exit $status); logs in $logs" >&2
  fi
  exit "$status"
}

prepare() {
  docker info >/dev/null 2>&1 || without "needs Docker, and its daemon running"
  PATH="$PATH:$cache/sam/bin"
  command -v sam >/dev/null || without "needs the SAM CLI (pip install aws-sam-cli==1.170.0)"
  docker image inspect "$base_image" >/dev/null 2>&1 || docker pull -q "$base_image" >/dev/null \
    || without "needs the image $base_image, which could not be pulled"
  "$root/src/test/sh/install-ministack" "$cache/ministack"
  PATH="$cache/ministack/bin:$PATH" # its aws, the one that was tried
  trap finish EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  work="$(mktemp -d)"
  rm -rf "$logs"
  mkdir -p "$logs" "$work/tmp"
  # Nothing of the user's own account, region or settings takes part.
  printf 'version = 0.1\n' >"$work/samconfig.toml"
  unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SESSION_TOKEN AWS_REGION
  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=eu-central-1
  export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_PAGER='' SAM_CLI_TELEMETRY=0
}

quietly() { # LOG COMMAND...: its output is shown if it fails
  local log="$logs/$1.log"
  shift
  "$@" >"$log" 2>&1 || { tail -40 "$log" >&2; fail "$*"; }
}

build() {
  (cd "$root" && quietly sam-build sam build --config-file "$work/samconfig.toml" --parameter-overrides "Architecture=$arch")
  ok "sam build: $(du -sm "$root/.aws-sam/build/DropFunction" | cut -f1) MB of classes and jars"
}

# Starts MiniStack where containers reach it and nothing outside this machine does. By https, as bucket policies let nothing else in. The
# function's containers have exactly the memory of the template's MemorySize. The log names all requests.
start_ministack() {
  local memory
  memory="$(sed -n '/^  MemorySize:/,/Default/s/.*Default: //p' "$root/template.yaml")"
  docker network create --internal "$network" >/dev/null
  gateway="$(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' "$network")"
  export AWS_ENDPOINT_URL="https://$gateway:4566" AWS_CA_BUNDLE="$work/cert.pem"
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/cert.pem" -days 2 -subj /CN=local \
    -addext basicConstraints=critical,CA:FALSE -addext extendedKeyUsage=serverAuth \
    -addext "subjectAltName=IP:$gateway,DNS:*.execute-api.localhost" 2>/dev/null
  make_run_image
  USE_SSL=1 MINISTACK_SSL_CERT="$work/cert.pem" MINISTACK_SSL_KEY="$work/key.pem" BIND_HOST="$gateway" GATEWAY_PORT=4566 AUTH=true \
    MINISTACK_ACCOUNT_ID="$account" MINISTACK_REGION="$AWS_DEFAULT_REGION" LOG_LEVEL=DEBUG LAMBDA_DOCKER_FLAGS="--memory ${memory}m" \
    LAMBDA_EXECUTOR=docker LAMBDA_DOCKER_NETWORK="$network" MINISTACK_IMAGE_PREFIX="local.test/$network" TMPDIR="$work/tmp" \
    ministack >"$logs/ministack.log" 2>&1 </dev/null &
  ministack_pid=$!
  within 60 "MiniStack answers at $AWS_ENDPOINT_URL" aws s3api list-buckets
}

# What MiniStack runs the function in: Lambda's image with the runtime emulator in front, and this run's certificate trusted.
make_run_image() {
  docker image inspect "$rapid_image" >/dev/null 2>&1 || quietly sam-local-once sam local invoke DropFunction \
    --config-file "$work/samconfig.toml" --skip-pull-image --template "$root/.aws-sam/build/template.yaml" \
    --parameter-overrides "Architecture=$arch" --event "$root/events/s3-test-event.json"
  keytool -importcert -noprompt -alias ministack -file "$work/cert.pem" -keystore "$work/trust.p12" -storetype PKCS12 \
    -storepass changeit 2>/dev/null
  run_image="local.test/$network/public.ecr.aws/lambda/java:25"
  local container
  container="$(docker create "$rapid_image" none)"
  docker cp -q "$work/trust.p12" "$container:/var/trust.p12"
  docker commit -c 'ENTRYPOINT ["/var/rapid/aws-lambda-rie","/var/runtime/bootstrap"]' -c 'CMD []' \
    -c 'ENV JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=/var/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"' \
    "$container" "$run_image" >/dev/null
  docker rm "$container" >/dev/null
}

within() { # SECONDS WHAT COMMAND...: tries the command until it succeeds
  local end=$((SECONDS + $1)) what="$2"
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || fail "not in time: $what"
    sleep 0.5
  done
  ok "$what"
}

# The example as a zip, its files at the top, the way Pupil Cloud hands one out.
zip_example() { python3 -c 'import shutil, sys; shutil.make_archive(sys.argv[1], "zip", sys.argv[2])' "${1%.zip}" "$example"; }

plain_run() { # EXPORT FOLDER
  (cd "$root" && quietly "plain-$(basename "$2")" mvn -q -B test-compile exec:exec "-Dexport=$1" "-Dout=$2")
}

there() { aws s3api head-object --bucket "$results_bucket" --key "$1"; }
not_there() { ! there "$1" >/dev/null 2>&1; }

# The files under PATH of the results bucket are those of a plain run, byte for byte. Two manifests may differ in where the
# export lay, which is part of the fingerprint, and in the versions that a bucket keeps. Two reports may differ in where it lay.
same_as_plain() { # FOLDER PATH
  local got
  got="$(mktemp -d "$work/got.XXXX")"
  aws s3 cp --recursive --quiet "s3://$results_bucket/$2/" "$got/"
  python3 - "$1" "$got" <<'PY' || fail "$2/ is not what the plain run gave"
import hashlib, html, json, pathlib, re, sys

MANIFEST, REPORT = "manifest.json", "report.html"

def files(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in pathlib.Path(folder).rglob("*") if p.is_file()}

def placeless(all, name):
    """A file without the place of its drop and the tags of its files: the manifest and the report name them. So the manifest's entry of
    the report differs too."""
    content = all[name]
    if name in (MANIFEST, REPORT):
        for each in json.loads(all[MANIFEST])["source"]["inputs"]:
            content = content.replace(each["eTag"].strip('"').encode(), b"...")
    if name == REPORT:
        key = html.escape(json.loads(all[MANIFEST])["source"]["key"]).rstrip("/")
        for text in (key, "looked: " + key.split("/")[-1], "<bdi>" + key.split("/")[-1]):
            content = content.replace(text.encode(), b"...")
    if name == MANIFEST:
        for entry in json.loads(content)["outputs"]:
            if entry["key"].endswith("/" + REPORT):
                assert entry["sha256"] == hashlib.sha256(all[REPORT]).hexdigest() and entry["bytes"] == len(all[REPORT]), entry
                for value in (entry["sha256"], json.dumps(entry["eTag"]), f'"bytes" : {entry["bytes"]},'):
                    content = content.replace(value.encode(), b"...")
        content = re.sub(rb',\s*"versionId"\s*:\s*"[^"]*"', b"", content)
        content = re.sub(rb'("(?:bucket|key|fingerprint)"\s*:\s*)"(?:[^"\\]|\\.)*"', rb'\1"..."', content)
    return content

plain, got = map(files, sys.argv[1:])
names = sorted(plain.keys() | got.keys())
bad = [n for n in names if n not in plain or n not in got or placeless(plain, n) != placeless(got, n)]
print(*(f"differs or is missing: {n}" for n in bad), sep="\n", end="\n" if bad else "", file=sys.stderr)
sys.exit(bool(bad) or len(names) < 5)
PY
  ok "$2/ equals the plain run byte for byte"
}
