"""The largest Welch's t of each relabeling: sums of groups are products of matrices, over blocks of bins."""
import numpy as np

from study import arguments, relabelings, timed, welch

BINS = 512
maps, _, permutations = arguments()


def largest():
    members = relabelings(len(maps), permutations).astype(float)
    n_a, n = len(maps) // 2, len(maps)
    n_b = n - n_a
    largest = np.zeros(permutations)
    for start in range(0, maps.shape[1], BINS):
        block = maps[:, start:start + BINS]
        block = block - block.mean(0)
        squares = block * block
        sum_a = members @ block
        square_a = members @ squares
        sum_b = block.sum(0) - sum_a
        square_b = squares.sum(0) - square_a
        square_a -= sum_a * sum_a / n_a
        square_b -= sum_b * sum_b / n_b
        square_a /= n_a * (n_a - 1)
        square_b /= n_b * (n_b - 1)
        square_a += square_b
        sum_a /= n_a
        sum_b /= n_b
        sum_a -= sum_b
        sum_a *= sum_a
        sum_a /= square_a
        np.maximum(largest, sum_a.max(1), out=largest)
    return np.sqrt(largest)


timed(lambda: np.abs(welch(maps[:len(maps) // 2], maps[len(maps) // 2:])).max(), largest)
