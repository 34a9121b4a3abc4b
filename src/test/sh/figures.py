"""Checks the figures of studies: python figures.py FOLDER, which holds a folder for each study. src/test/sh/figures runs it."""
import json
import pathlib
import sys
import xml.etree.ElementTree

import cv2
import numpy as np

from browser import Browser

SVG = "{http://www.w3.org/2000/svg}"
# Bounds, of 255. Measured: 0.0 to 0.8, and 1.9 on 1,000 hatched areas. Chromium scales the JPEG of the SVG, the PNG is made of the photo.
WITHOUT_TEXT = 2.5
# The share of px that differ by more than 64, text aside: a circle that is missing or elsewhere. Measured: 0 to 0.01 %.
FAR_OFF = 0.0002
# Measured: 0.3 to 2.8, and 5.4 on a scanpath of 2,400 numbers.
ALL = 7
# The mean over the box of a text that the font has all letters of: Chromium draws letters bolder, at places of its own. Measured: 5 to 26;
# black text that is missing gives about 40. Numbers of a scanpath lie over each other, and do not count.
TEXT = 33
TEXTS = """return [...document.querySelectorAll("text")].map(text => {
    const box = text.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom, text.getAttribute("class") == "number" ? "" : text.textContent]; });"""


def structure(file):
    root = xml.etree.ElementTree.parse(file).getroot()
    assert root.tag == SVG + "svg" and root.get("role") == "img", root.attrib
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids)) >= 2, f"ids: {ids}"
    title, description = root[:2]
    assert (title.tag, description.tag) == (SVG + "title", SVG + "desc") and title.text.strip() and description.text.strip()
    assert root.get("aria-labelledby").split() == [title.get("id"), description.get("id")]
    used = [v[5:-1] for e in root.iter() for v in e.attrib.values() if v.startswith("url(#")]
    assert set(used) <= set(ids), f"no such ids: {set(used) - set(ids)}"
    names = {name for e in root.iter() for name in (e.tag, *e.attrib)}
    assert not [n for n in names if n.startswith("on") or n in (SVG + "script", SVG + "foreignObject", SVG + "a")], names
    pictures = sum(len(image.get("href")) for image in root.iter(SVG + "image"))
    assert file.stat().st_size - pictures <= 2_000_000, f"{file.stat().st_size} bytes, {pictures} of them pictures"
    assert all(v.startswith("data:image/") for e in root.iter() for n, v in e.attrib.items() if n.endswith("href")), "a link to elsewhere"
    return root


def view(root, manifest):
    """A photo of W x H px lies at 0, 0, W, H, so that a fixation stands at its own coordinates, and all of it is in the view. A narrow one
    is stretched to 2 % of its longer side, with its middle where it was."""
    x, y, width, height = map(float, root.get("viewBox").split())
    size = [manifest["image"][side] for side in ("width", "height")]
    shown = [max(side, 0.02 * max(size)) for side in size]
    place = [*((side - wide) / 2 for side, wide in zip(size, shown)), *shown]
    for image in root.iter(SVG + "image"):
        box = [float(image.get(name)) for name in ("x", "y", "width", "height")]
        assert np.allclose(box, place, rtol=1e-4), box
        assert x <= box[0] and y <= box[1] and x + width >= box[0] + box[2] and y + height >= box[1] + box[3], root.get("viewBox")
    return len(list(root.iter(SVG + "image")))


def compare(browser, file, root):
    drawn = cv2.imread(str(file.with_suffix(".png")), cv2.IMREAD_UNCHANGED)
    height, width = drawn.shape[:2]
    assert (root.get("width"), root.get("height")) == (str(width), str(height)) and drawn.shape[2] == 3, drawn.shape
    browser.resize(width, height)
    browser.open(file.resolve().as_uri())
    browser.run("document.documentElement.style.fontKerning = 'none';")  # the PNG has none
    shot = browser.screenshot(width, height)
    (file.parent / f"{file.stem}.chromium.png").write_bytes(shot)
    seen = cv2.imdecode(np.frombuffer(shot, np.uint8), cv2.IMREAD_COLOR)
    assert seen.shape == drawn.shape, f"{seen.shape}, {drawn.shape}"
    off = np.abs(seen.astype(int) - drawn)
    text = np.zeros((height, width), bool)
    worst = 0
    for left, top, right, bottom, content in browser.run(TEXTS):
        plain = content.replace("\u00a0", " ").replace("\u2026", " ").isascii()
        aside = 2 if plain else 2 + 4 * int(bottom - top)  # what stands for missing letters is as wide as another font has it
        place = np.s_[max(int(top) - 2, 0):int(bottom) + 3, max(int(left) - aside, 0):int(right) + aside]
        text[place] = True
        if content.strip() and plain and off[place].size:
            worst = max(worst, off[place].mean())
    messages, urls = browser.log()
    assert not messages and set(urls) <= {file.resolve().as_uri()}, f"{messages}, {urls}"
    rest = off[~text]
    return {"mean": (off.mean(), ALL), "text aside": (rest.mean(), WITHOUT_TEXT), "a text": (worst, TEXT),
            "share far off": ((rest.max(axis=1) > 64).mean(), FAR_OFF)}


bad = []
count = 0
with Browser() as browser:
    for study in sorted(p for p in pathlib.Path(sys.argv[1]).iterdir() if p.is_dir()):
        manifest = json.loads((study / "manifest.json").read_text("utf-8"))
        files = sorted(study.glob("*.svg"))
        assert len(files) >= 2, f"{study}: {files}"
        for file in files:
            root = structure(file)
            assert view(root, manifest) == {"figure": 2, "aoi_bars": 0}.get(file.stem, 1), f"{file}: pictures"
            differences = compare(browser, file, root)
            line = f"{study.name}/{file.stem}: " + ", ".join(f"{name} {value:.4g}" for name, (value, _) in differences.items())
            print(line)
            bad += [line] if any(value > bound for value, bound in differences.values()) else []
            count += 1
assert count >= 25, f"only {count} figures"
assert not bad, "\n".join(["the PNG is not the SVG, by the bounds above:", *bad])
print(f"ok - Chromium and {count} figures")
