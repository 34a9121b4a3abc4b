#!/usr/bin/python3
"""Times each stage of a heatmap by pandas, numpy and OpenCV, each on one thread and warm; prints medians in ms as JSON."""
import json
import pathlib
import statistics
import sys
import time

import cv2
import numpy as np
import pandas as pd

DETECTED, X, Y = "fixation detected in reference image", "fixation x [px]", "fixation y [px]"
folder, out, runs = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
out.mkdir(parents=True, exist_ok=True)
cv2.setNumThreads(1)
times = {}


def timed(name, work):
    start = time.perf_counter()
    result = work()
    times.setdefault(name, []).append((time.perf_counter() - start) * 1000)
    return result


for _ in range(runs + 1):
    df = timed("read", lambda: pd.read_csv(folder / "fixations.csv", usecols=[DETECTED, X, Y]))
    df = df[df[DETECTED]]
    img = timed("decode", lambda: cv2.imdecode(np.fromfile(folder / "reference_image.jpeg", np.uint8), cv2.IMREAD_COLOR))
    h, w = img.shape[:2]
    nx, ny = (300, round(300 * h / w)) if w >= h else (round(300 * w / h), 300)
    hist = timed("histogram", lambda: np.histogram2d(df[Y], df[X], bins=(ny, nx), range=[[0, h], [0, w]])[0])
    heat = timed("blur", lambda: cv2.GaussianBlur(hist, (73, 73), 9))
    heat = (heat / heat.max()).astype(np.float32)
    up = timed("resize", lambda: np.clip(cv2.resize(heat, (w, h), interpolation=cv2.INTER_LANCZOS4), 0, 1))

    def blend():
        color = cv2.applyColorMap(cv2.convertScaleAbs(up, alpha=255), cv2.COLORMAP_TURBO)
        alpha = cv2.min(up, .8)
        return color, cv2.blendLinear(color, img, alpha, 1 - alpha)

    color, over = timed("blend", blend)
    pngs = timed("encode", lambda: [cv2.imencode(".png", picture)[1] for picture in (color, over)])
    timed("write", lambda: [png.tofile(out / f"{i}.png") for i, png in enumerate(pngs)])
print(json.dumps({name: round(statistics.median(ms[1:]), 2) for name, ms in times.items()}))
