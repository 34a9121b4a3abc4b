"""The largest value of threshold-free cluster enhancement of each relabeling: scipy labels the clusters at each threshold."""
import numpy as np
from scipy import ndimage

from study import arguments, relabelings, timed, welch

maps, shape, permutations = arguments()
NEIGHBOURS = np.ones((3, 3))

first = np.arange(len(maps)) < len(maps) // 2


def largest(a):
    statistic = welch(maps[a], maps[~a]).reshape(shape)
    return max(enhanced(statistic).max(), enhanced(-statistic).max())


def enhanced(statistic):
    value = np.zeros(shape)
    for k in range(1, int(statistic.max() / 0.1) + 1):
        labels, _ = ndimage.label(statistic >= k * 0.1, NEIGHBOURS)
        sizes = np.bincount(labels.ravel()).astype(float)
        sizes[0] = 0
        value += (np.sqrt(sizes) * (k * 0.1) ** 2 * 0.1)[labels]
    return value


timed(lambda: largest(first), lambda: [largest(a) for a in relabelings(len(maps), permutations)])
