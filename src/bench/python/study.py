"""What the scripts share: participants' maps, the relabelings of the project, and how results are printed."""
import json
import sys
import time

import numpy as np


def arguments():
    """The maps of participants, group a first, and the number of permutations: FILE PARTICIPANTS NX NY PERMUTATIONS."""
    participants, nx, ny, permutations = map(int, sys.argv[2:6])
    return np.fromfile(sys.argv[1], "<f8").reshape(participants, ny * nx), (ny, nx), permutations


def relabelings(participants, permutations, seed=1):
    """Who is in group a in each of the random relabelings, as the JDK's SplittableRandom shuffles: permutations x participants."""
    draws = participants - 1
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.uint64(0x9E3779B97F4A7C15) * np.arange(1, permutations * draws + 1, dtype=np.uint64)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    shares = ((z >> np.uint64(11)) * 2.0 ** -53).reshape(permutations, draws)
    order = np.tile(np.arange(participants), (permutations, 1))
    rows = np.arange(permutations)
    for draw, i in enumerate(range(participants - 1, 0, -1)):
        other = (shares[:, draw] * (i + 1)).astype(int)
        order[rows, i], order[rows, other] = order[rows, other], order[rows, i]
    members = np.zeros((permutations, participants), bool)
    members[rows[:, None], order[:, :participants // 2]] = True
    return members


def welch(a, b):
    """Welch's t of each bin."""
    return (a.mean(0) - b.mean(0)) / np.sqrt(a.var(0, ddof=1) / len(a) + b.var(0, ddof=1) / len(b))


def timed(observed, largest):
    """Computes the observed largest statistic and those of relabelings; prints the smallest p, which the project must have too."""
    start, processor = time.perf_counter(), time.process_time()
    statistic, largest = observed(), np.asarray(largest())
    p = (1 + int(np.sum(largest >= statistic * (1 - 1e-10)))) / (1 + len(largest))
    print(json.dumps({"statistic": float(statistic), "p": p, "seconds": time.perf_counter() - start,
                      "processor": time.process_time() - processor}))
