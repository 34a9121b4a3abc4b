"""20 drops, each changed twice while it is being worked on, through a stack that is deployed: python changed.py EXPORT

Variants of an export differ in the number of their fixations, each with more than the one before. While the function works a reader
checks every manifest that it sees: each output that it names can be fetched, in the bytes that it names. In the end all is of the newest
variant. Set in the environment: DROP_BUCKET, RESULTS_BUCKET, QUEUE_URLS, DEAD_LETTERS_URL, AWS_ENDPOINT_URL, and SEED if not 1.
"""
import collections, concurrent.futures, csv, hashlib, io, json, os, pathlib, random, sys, threading, time

import boto3
import botocore.config
import botocore.exceptions

DROPS, VARIANTS, FOLDER, AT_ONCE, PATIENCE = 20, 3, "changed", 4, 300
FIXATIONS, HEATMAP = "fixations.csv", "heatmap.png"
SEED = int(os.environ.get("SEED", "1"))
export = pathlib.Path(sys.argv[1])
config = botocore.config.Config(max_pool_connections=32, retries={"max_attempts": 8})
s3, sqs = (boto3.client(service, endpoint_url=os.environ["AWS_ENDPOINT_URL"], config=config) for service in ("s3", "sqs"))
inbox, results = os.environ["DROP_BUCKET"], os.environ["RESULTS_BUCKET"]
counts = collections.Counter()
started = time.monotonic()


class Broken(Exception):
    """A promise that did not hold."""


def require(holds, what):
    if not holds:
        raise Broken(what)


def rows_of(drop, variant):
    return 300 + drop + 100 * variant


def variant_of(drop, rows):
    return (rows - 300 - drop) // 100


def fixations(drop, variant):
    """The export's rows, as many as the variant has, other ones for each: chosen by seed, in the file's order."""
    header, *rows = csv.reader(io.StringIO((export / FIXATIONS).read_text(encoding="utf-8")))
    chosen = sorted(random.Random(f"{SEED}/{drop}/{variant}").sample(range(len(rows)), rows_of(drop, variant)))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *(rows[i] for i in chosen)])
    return text.getvalue().encode()


def place(drop):
    return f"{FOLDER}/{drop:02}/"


def fetch(key, **version):
    """An object's bytes and tag, or nothing."""
    try:
        answer = s3.get_object(Bucket=results, Key=key, **version)
        return answer["Body"].read(), answer["ETag"]
    except s3.exceptions.NoSuchKey:
        return None


def manifest_of(drop):
    found = fetch(place(drop) + "manifest.json")
    return found and json.loads(found[0])


def bare(tag):
    return tag.strip('"')


def check(manifest, plain_names):
    """As promises.md says: by the key if the tag is the manifest's, and else by the version."""
    require(len(manifest["outputs"]) >= 4, "a manifest of few outputs")
    for output in manifest["outputs"]:
        found = fetch(output["key"])
        if found is None or bare(found[1]) != bare(output["eTag"]):
            require(not plain_names, f"{output['key']} is not what its manifest names")
            counts["outputs fetched by version"] += 1
            found = fetch(output["key"], VersionId=output["versionId"])
        require(found is not None, f"{output['key']} of a manifest cannot be fetched")
        require(hashlib.sha256(found[0]).hexdigest() == output["sha256"], f"{output['key']}: other bytes than its manifest names")
        require(len(found[0]) == output["bytes"], f"{output['key']}: another length than its manifest names")


def upload(drop, name, body):
    s3.put_object(Bucket=inbox, Key=f"inbox/{place(drop)}{name}", Body=body)


def tag_of(key):
    try:
        return bare(s3.head_object(Bucket=results, Key=key)["ETag"])
    except botocore.exceptions.ClientError:
        return None


def being_written(drop):
    """Whether the heatmap is newer than the manifest: a run is between its first output and its manifest."""
    tag, manifest = tag_of(place(drop) + HEATMAP), manifest_of(drop)
    return tag is not None and (manifest is None or tag not in {bare(output["eTag"]) for output in manifest["outputs"]})


def change(drop):
    """The first variant; the second after a time by seed, the function then computing or not; the third while results are written."""
    for file in sorted(export.iterdir()):
        upload(drop, file.name, fixations(drop, 1) if file.name == FIXATIONS else file.read_bytes())
    time.sleep(random.Random(f"{SEED}/{drop}").uniform(0.5, 4))
    done = manifest_of(drop) is not None
    counts["second variant came before a manifest" if not done else "second variant came after a manifest"] += 1
    upload(drop, FIXATIONS, fixations(drop, 2))
    end = time.monotonic() + 30
    while not being_written(drop) and time.monotonic() < end:
        time.sleep(0.01)
    upload(drop, FIXATIONS, fixations(drop, 3))
    counts["third variant came while results were written" if time.monotonic() < end else "third variant came late"] += 1


def watch(over):
    """Checks manifest after manifest; no drop's manifest ever goes back to an older variant."""
    newest, chooser = {}, random.Random(SEED)
    while not over.is_set():
        drop = chooser.randrange(DROPS)
        manifest = manifest_of(drop)
        if manifest is None:
            time.sleep(0.05)
            continue
        variant = variant_of(drop, manifest["rows"]["read"])
        require(variant >= newest.get(drop, 0), f"{place(drop)} went back from variant {newest.get(drop)} to {variant}")
        newest[drop] = variant
        check(manifest, plain_names=False)
        counts["manifests checked meanwhile"] += 1
        time.sleep(0.02)


def waiting(url):
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"]
    return sum(int(n) for n in sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"].values())


def all_worked_off():
    end = time.monotonic() + PATIENCE
    while sum(waiting(url) for url in os.environ["QUEUE_URLS"].split()) > 0:
        require(time.monotonic() < end, f"messages are left in the queues after {PATIENCE} s")
        time.sleep(0.5)


def check_newest(drop):
    manifest = manifest_of(drop)
    require(manifest is not None, f"{place(drop)} has no manifest")
    rows = manifest["rows"]["read"]
    require(rows == rows_of(drop, VARIANTS), f"{place(drop)} has results of {rows} rows, variant {variant_of(drop, rows)}")
    check(manifest, plain_names=True)
    require(fetch(place(drop) + "error.json") is None, f"{place(drop)} has an error.json")


def conditions_hold():
    """What the protocol takes for granted, asked of this store too: of many conditional writes at once, one gets in."""
    def put(key, **condition):
        try:
            s3.put_object(Bucket=results, Key=key, Body=os.urandom(8), **condition)
            return 1
        except botocore.exceptions.ClientError as refused:
            require(refused.response["ResponseMetadata"]["HTTPStatusCode"] in (409, 412), str(refused))
            return 0

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for i in range(20):
            key = f"conditions/{i}"
            require(sum(pool.map(lambda _: put(key, IfNoneMatch="*"), range(8))) == 1, "If-None-Match let several writers in")
            tag = s3.head_object(Bucket=results, Key=key)["ETag"]
            require(sum(pool.map(lambda _: put(key, IfMatch=tag), range(8))) == 1, "If-Match let several writers in")


def versions():
    pages = s3.get_paginator("list_object_versions").paginate(Bucket=results, Prefix=FOLDER + "/")
    keys = [version["Key"] for page in pages for version in page.get("Versions", [])]
    return len(keys), sum(key.endswith("manifest.json") for key in keys)


def main():
    conditions_hold()
    over = threading.Event()
    with concurrent.futures.ThreadPoolExecutor(1) as reader, concurrent.futures.ThreadPoolExecutor(AT_ONCE) as people:
        watching = reader.submit(watch, over)
        try:
            for change_of_drop in [people.submit(change, drop) for drop in range(DROPS)]:
                change_of_drop.result()
            all_worked_off()
        finally:
            over.set()
        watching.result()
    for drop in range(DROPS):
        check_newest(drop)
    require(waiting(os.environ["DEAD_LETTERS_URL"]) == 0, "there are dead letters")
    counts["uploads"] = DROPS * (len(list(export.iterdir())) + VARIANTS - 1)
    counts["versions of results"], counts["versions of manifests"] = versions()
    print(f"{DROPS} drops of {VARIANTS} variants, seed {SEED}, {time.monotonic() - started:.0f} s;",
          ", ".join(f"{what}: {count}" for what, count in sorted(counts.items())))


if __name__ == "__main__":
    try:
        main()
    except Broken as promise:
        sys.exit(f"broken: {promise}")
