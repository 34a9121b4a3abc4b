"""Checks the reports of studies in Chromium: python report.py FOLDER AXE, a folder for each study and axe-core's script."""
import base64
import functools
import http.server
import pathlib
import subprocess
import sys
import threading
import time

import cv2
import numpy as np
from selenium.webdriver.common.by import By

from browser import Browser

A4 = {"paperWidth": 210 / 25.4, "paperHeight": 297 / 25.4}
PRINTED = 672  # the CSS px between A4's margins
# Each figure gets an outline, and of each table the head, the first and the last two rows a background, in colours of their own: the layout
# stays as it is.
MARK = """const fill = (cells, red, i) => cells.forEach(cell => cell.style.background = `rgb(${red}, 255, ${40 + 20 * i})`);
    const figures = document.querySelectorAll("figure"), tables = document.querySelectorAll("table");
    figures.forEach((figure, i) => {
        figure.querySelectorAll("*").forEach(part => part.style.visibility = "hidden");
        figure.style.outline = `3px solid rgb(255, 0, ${40 + 20 * i})`;
        figure.style.outlineOffset = "-3px";
    });
    tables.forEach((table, i) => {
        fill(table.querySelectorAll("thead th"), 0, i);
        const rows = table.tBodies[0].rows, count = rows.length;
        fill([...rows[0].cells], 120, i);
        if (count > 2) [count - 2, count - 1].forEach((row, last) => fill([...rows[row].cells], 200 + 40 * last, i));
    });
    return [figures.length, [...tables].map(table => table.tBodies[0].rows.length)];"""
WIDER = """const width = document.documentElement.clientWidth;
    return [document.documentElement.scrollWidth <= width, width, [...document.body.querySelectorAll("*")].filter(e =>
        e.getBoundingClientRect().right > width + 1 && !e.closest("svg") && getComputedStyle(e).position != "absolute")
        .map(e => e.outerHTML.slice(0, 120))];"""
# What lies over the photo is part of one picture with a text of its own, and may have thousands of elements.
AXE = """const done = arguments[arguments.length - 1];
    axe.run({include: document, exclude: [".photo .layer"]}, {resultTypes: ["violations"]}).then(found =>
        done([found.passes.length, found.violations.map(v =>
            `${v.id}: ${v.nodes.length} times, such as ${v.nodes[0].target}: ${v.nodes[0].failureSummary}`)]),
        error => done([0, [String(error)]]));"""
# Words of tables and facts that are on more than one line. A hash or a name of 256 letters has to be.
BROKEN = """const broken = [], range = document.createRange();
    for (const cell of document.querySelectorAll("th, td, dt, dd")) {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            for (const word of walker.currentNode.data.matchAll(/\\S+/g)) {
                range.setStart(walker.currentNode, word.index);
                range.setEnd(walker.currentNode, word.index + word[0].length);
                const tops = new Set([...range.getClientRects()].map(rect => Math.round(rect.top)));
                if (word[0].length <= 14 && tops.size > 1 && /^[\\w.,%()[\\]]+$/.test(word[0])) broken.push(word[0]);
            }
        }
    }
    return broken;"""
HIDDEN = "return getComputedStyle(document.querySelector(arguments[0])).display == 'none';"
COLOURS = "const style = getComputedStyle(document.body); return [style.color, style.backgroundColor];"
NOT_PLAIN = """const active = ["script", "iframe", "object", "embed", "base", "form"];
    return [...document.querySelectorAll("*")].filter(e => active.includes(e.localName)
        || [...e.attributes].some(a => /^on/.test(a.name) || /^javascript:/.test(a.value))).map(e => e.outerHTML.slice(0, 120));"""



def expect(holds, *what):
    assert holds, " ".join(map(str, what))


def serve(folder):
    """The folder at 127.0.0.1 until the process ends."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def asks_nobody(browser, url):
    browser.open(url)
    messages, urls = browser.log()
    expect(not messages, "the console says", messages)
    expect(set(urls) == {url}, "asked for", urls)


def is_safe(browser):
    policy = browser.run("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
    expect("default-src 'none'" in policy and "script-src" not in policy, policy)
    expect(not browser.run(NOT_PLAIN), browser.run(NOT_PLAIN))
    expect(browser.run("return [...document.querySelectorAll('th')].every(th => th.scope)"), "th without scope")


def layers_switch(browser):
    boxes = browser.driver.find_elements(By.CSS_SELECTOR, "input[type=checkbox]")
    layers = {"show-heat": ".heat", "show-scanpath": ".scanpaths", "show-aois": ".aois"}
    for box in boxes:
        layer = layers[box.get_attribute("id")]
        for _ in range(2):
            before = box.is_selected()
            box.click()
            expect(box.is_selected() != before and browser.run(HIDDEN, layer) == before, layer, "does not switch")
    return len(boxes)


def show_all(browser):
    for box in browser.driver.find_elements(By.CSS_SELECTOR, "input[type=checkbox]:not(:checked)"):
        box.click()


def fits(browser, width):
    browser.resize(width, 800)
    holds, client, wider = browser.run(WIDER)
    expect(holds and client == width and not wider, f"wider than {width} px:", wider)
    expect(not browser.run(BROKEN), f"words broken at {width} px:", browser.run(BROKEN))


def is_accessible(browser, axe, where):
    browser.run(axe)
    passes, violations = browser.driver.execute_async_script(AXE)
    expect(passes >= 15 and not violations, "axe-core,", where, *violations)


def pdf(browser, file):
    """Prints, and gives the pages as pictures of 60 px an inch."""
    printed = browser.cdp("Page.printToPDF", printBackground=True, preferCSSPageSize=True, **A4)["data"]
    for page in file.parent.glob(file.stem + "-*.png"):
        page.unlink()
    file.write_bytes(base64.b64decode(printed))
    subprocess.run(["pdftoppm", "-r", "60", "-png", file, file.with_suffix("")], check=True)
    return [cv2.imread(str(page))[..., ::-1] for page in sorted(file.parent.glob(file.stem + "-*.png"))]


def where(pages, *colour):
    """Of each page the px that have a colour."""
    return [np.abs(page.astype(int) - colour).max(axis=2) <= 6 for page in pages]


def prints(browser, folder):
    """Each figure is on one page, whole: its outline's four sides are there. No head and no last row of a table is alone on a page."""
    browser.cdp("Emulation.setEmulatedMedia", media="print", features=[])
    fits(browser, PRINTED)
    browser.cdp("Emulation.setEmulatedMedia", media="", features=[])
    pdf(browser, folder / "report.pdf")
    figures, tables = browser.run(MARK)
    pages = pdf(browser, folder / "marked.pdf")
    sizes = {page.shape[:2] for page in pages}
    expect(all(np.allclose(size, (60 * A4["paperHeight"], 60 * A4["paperWidth"]), atol=2) for size in sizes), "not A4:", sizes)
    for i in range(figures):
        on = [mark for mark in where(pages, 255, 0, 40 + 20 * i) if mark.sum() > 100]
        expect(len(on) == 1, f"figure {i} is on {len(on)} pages of {folder}/marked.pdf")
        rows, columns = np.flatnonzero(on[0].any(axis=1)), np.flatnonzero(on[0].any(axis=0))
        box = on[0][rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
        sides = [box[:3].any(axis=0), box[-3:].any(axis=0), box[:, :3].any(axis=1), box[:, -3:].any(axis=1)]
        expect(all(side.mean() > 0.9 for side in sides), f"figure {i} is cut in {folder}/marked.pdf:", *(side.mean() for side in sides))
    for i, rows in enumerate(tables):
        head, row, next_to_last, last = (
            [n for n, mark in enumerate(where(pages, red, 255, 40 + 20 * i), 1) if mark.sum() > 100] for red in (0, 120, 200, 240))
        expect(head and head[:1] == row[:1], f"the head of table {i} is on pages {head}, its first row on {row} of {folder}/marked.pdf")
        expect(rows < 3 or last and next_to_last == last,
               f"the last rows of table {i} are on pages {next_to_last} and {last} of {folder}/marked.pdf")
    return len(pages), figures


def check(browser, folder, base, axe):
    file = folder / "report.html"
    expect(file.stat().st_size <= 3_000_000, file.stat().st_size, "bytes")
    browser.resize(1280, 900)
    browser.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
    asks_nobody(browser, base + folder.name + "/report.html")
    asks_nobody(browser, file.resolve().as_uri())
    is_safe(browser)
    boxes = layers_switch(browser)
    show_all(browser)
    light = browser.run(COLOURS)
    shots = {}
    for scheme in ("light", "dark"):
        browser.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for width in (1280, 360):
            fits(browser, width)
            is_accessible(browser, axe, f"{scheme}, {width} px")
            height = browser.run("return document.documentElement.scrollHeight")
            shots[f"{scheme}-{width}"] = browser.screenshot(width, min(height, 12_000))
        expect((browser.run(COLOURS) == light) == (scheme == "light"), "colours", browser.run(COLOURS))
    for name, shot in shots.items():
        (folder / f"screen-{name}.png").write_bytes(shot)
    pages, figures = prints(browser, folder)
    messages, _ = browser.log()
    expect(not messages, "the console says", messages)
    return f"{boxes} layers, {figures} figures on {pages} pages, {file.stat().st_size:,} bytes"


studies = pathlib.Path(sys.argv[1])
axe = pathlib.Path(sys.argv[2]).read_text("utf-8")
bad = []
with Browser() as browser:
    base = serve(studies)
    for folder in sorted(f.parent for f in studies.glob("*/report.html")):
        began = time.time()
        try:
            seen = check(browser, folder, base, axe)
        except AssertionError as problem:
            bad.append(folder.name)
            seen = f"NOT OK, {problem}"
        print(f"{folder.name}: {seen}; {time.time() - began:.0f} s")
count = len(list(studies.glob("*/report.html")))
assert count == len(list(studies.glob("*/manifest.json"))) >= 7, f"{count} reports"
assert not bad, f"not as they should be: {bad}"
print(f"ok - Chromium and axe-core: {count} reports")
