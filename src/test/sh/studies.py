"""Writes a zip of studies that figures and reports are tried on: python studies.py EXPORT ZIP

example: the bundled export; hostile: names that break careless pages, a portrait photo, areas over and outside of its edges; no-areas;
no-fixation; groups: two groups that differ; crowded: 250 recordings and 1,000 areas; dot and line: photos of 1 x 1 and 60,000 x 1 px.
"""
import csv, io, json, pathlib, random, sys, zipfile

import cv2
import numpy as np

export, target = map(pathlib.Path, sys.argv[1:])
LONG = "".join(f"name {i} of many, " for i in range(40))[:256]
NAMES = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "it's \"quoted\" & 50 % < 60 %", "</title></style></svg>]]><!-- --",
         "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd 12", "\u0645\u0631\u062d\u0628\u0627 (A) \u0639\u0627\u0644\u0645",
         "\U0001f441\ufe0f\U0001f9d1\u200d\U0001f52c eye", LONG, "W" * 256, "   ", "\u202eright to left mark",
         "${1+1} {{7*7}} @{x} &amp; &#60;", "a\u0301\u0323\u0300\u0302 Z\u0351\u034d", "../../etc/passwd", "=1+1"]
RANDOM = random.Random(7)


def table(header, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def fixations(recordings, width, height, count, inside=0.8, spread=0.18):
    """Rows of fixations.csv; most lie around the middle, the rest outside or not mapped."""
    rows = []
    for r, recording in enumerate(recordings):
        start = (r + 1) * 10**12
        for i in range(1, count + 1):
            ms = int(RANDOM.lognormvariate(5.4, 0.6)) + 60
            x, y = (RANDOM.gauss(0.5, spread) * width, RANDOM.gauss(0.45, spread) * height)
            kind = RANDOM.random()
            mapped = kind < inside or kind > (1 + inside) / 2
            if kind > (1 + inside) / 2:
                x += width
            elif mapped:
                x, y = min(max(x, 0), width), min(max(y, 0), height)
            place = [f"{x:.2f}", f"{y:.2f}"] if mapped else ["", ""]
            rows.append([f"s{r}", recording, i, start, start + ms * 10**6, str(mapped).lower(), *place])
            start += ms * 10**6 + 4 * 10**7
    return table(["section id", "recording id", "fixation id", "start timestamp [ns]", "end timestamp [ns]",
                  "fixation detected in reference image", "fixation x [px]", "fixation y [px]"], rows)


def sections(recordings, names):
    return table(["section id", "recording id", "recording name", "wearer id", "wearer name", "section start time [ns]",
                  "section end time [ns]", "start event name", "end event name"],
                 [[f"s{r}", recording, name, f"w{r // 2}", name, (r + 1) * 10**12 - 10**9, (r + 2) * 10**12, "recording.begin",
                   "recording.end"] for r, (recording, name) in enumerate(zip(recordings, names))])


def jpeg(pixels):
    return cv2.imencode(".jpg", pixels)[1].tobytes()


def rectangle(name, x, y, width, height, **more):
    return {"name": name, "rectangle": {"x": x, "y": y, "width": width, "height": height}, **more}


def hostile():
    photo = cv2.imread(str(export / "reference_image.jpeg"))[:, 300:840]
    height, width = photo.shape[:2]
    ids = [f"id-{i}-{name[:200]}" for i, name in enumerate(NAMES)]
    areas = [rectangle(name, 12 + i % 3 * 180, 20 + i // 3 * 170, 150, 130) for i, name in enumerate(n for n in NAMES if n.strip())]
    areas += [rectangle("over the edge", -40, 860, 200, 200), rectangle("outside", 2000, 2000, 50, 50),
              {"name": "lens", "labels": [NAMES[0], "drinks & more"], "ellipse": {"cx": 300, "cy": 400, "rx": 90, "ry": 60}},
              rectangle("tiny", 530, 5, 3, 3), rectangle("a slit", 300, 10, 2, 800)]
    return {"reference_image.jpeg": jpeg(photo), "fixations.csv": fixations(ids, width, height, 24), "sections.csv": sections(ids, NAMES),
            "aois.json": json.dumps({"aois": areas}),
            "heatmap.json": json.dumps({"outputs": "all", "title": NAMES[0] + " \"&' " + NAMES[4] + " " + NAMES[6] + " " + "W" * 40,
                                        "colormap": "batlow", "weight": "duration", "aoiMetric": "first", "sigmaDegrees": 0.5,
                                        "pixelsPerDegree": 35, "threshold": 0.05, "background": True})}


def bundled(*left_out, **options):
    files = {p.name: p.read_bytes() for p in sorted(export.iterdir()) if p.name not in left_out}
    return files | {"heatmap.json": json.dumps({"outputs": "all", **options})}


def no_fixation():
    files = bundled(scanpathFirst=25)
    header, *rows = files["fixations.csv"].decode().splitlines()
    return files | {"fixations.csv": "\n".join([header, *(row.rsplit(",", 3)[0] + ",false,," for row in rows[:50])]) + "\n"}


def groups():
    files = {p.name: p.read_bytes() for p in sorted((export.parent / "example-groups").iterdir())}
    return files | {"heatmap.json": json.dumps({"outputs": ["figure", "scanpath", "report"], "scanpathFirst": 10})}


def crowded():
    names = [f"participant {i:03}" for i in range(250)]
    areas = [rectangle(f"area {i}", i % 40 * 30, i // 40 * 36, 24, 30) for i in range(1000)]
    return bundled() | {"fixations.csv": fixations(names, 1200, 900, 12), "sections.csv": sections(names, names),
                        "aois.json": json.dumps({"aois": areas})}


def strip(width, height):
    pixels = np.full((height, width, 3), 200, np.uint8)
    pixels[:, ::7] = 90
    names = ["P1", "P2"]
    return {"reference_image.jpeg": jpeg(pixels), "fixations.csv": fixations(names, width, height, 12, 0.8, 0.2),
            "sections.csv": sections(names, names), "aois.json": json.dumps({"aois": [rectangle("all of it", 0, 0, width, height)]}),
            "heatmap.json": json.dumps({"outputs": "all"})}


STUDIES = {"example": bundled(scanpathFirst=25, title="Who looked where on the shelf"), "hostile": hostile(),
           "no-areas": bundled("aois.json", "sections.csv", outputs=["figure", "scanpath", "report"], scanpathFirst=10, colormap="viridis"),
           "no-fixation": no_fixation(), "groups": groups(), "crowded": crowded(), "dot": strip(1, 1), "line": strip(60_000, 1)}

with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
    for study, files in STUDIES.items():
        for name, content in files.items():
            out.writestr(f"{study}/{name}", content)
