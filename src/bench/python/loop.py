"""The largest Welch's t of each relabeling: a loop over relabelings."""
import numpy as np

from study import arguments, relabelings, timed, welch

maps, _, permutations = arguments()

first = np.arange(len(maps)) < len(maps) // 2


def largest(a):
    return np.abs(welch(maps[a], maps[~a])).max()


timed(lambda: largest(first), lambda: [largest(a) for a in relabelings(len(maps), permutations)])
