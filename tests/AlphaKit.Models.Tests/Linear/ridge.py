# Maker of the numbers in RidgeScorerTests: scikit-learn's Ridge with one unit of sample weight per day. Run: python3 ridge.py
import numpy as np
import scipy.stats
import sklearn
from sklearn.linear_model import Ridge

nan = np.nan
X = np.array([  # day, feature, name
    [[0.5, -1.25, 2.0, 0.75, -0.5], [1.0, 2.0, nan, -1.0, 0.25]],
    [[1.5, 0.25, -2.0, nan, 0.5], [0.5, -0.5, 1.5, 3.0, -2.0]],
    [[-0.75, 1.0, 0.0, 2.5, -1.5], [2.0, 0.0, -1.0, 1.0, 0.5]],
])
Y = np.array([[3, -2, 5, 1, 0], [4, 1, -3, nan, 2], [-1, 2, 2, 6, -4]]) / 64
rows, ys_z, ys_r, weights = [], [], [], []
for x, y in zip(X, Y):
    z = (x - np.nanmean(x, axis=1, keepdims=True)) / np.nanstd(x, axis=1, keepdims=True)
    z = np.where(np.isnan(z), 0, z)
    ok = ~np.isnan(y)
    rows.append(z[:, ok].T)
    y = y[ok]
    ys_z.append((y - y.mean()) / y.std())
    ys_r.append(scipy.stats.norm.ppf((scipy.stats.rankdata(y) - 0.5) / len(y)))
    weights.append(np.full(len(y), 1 / len(y)))
A, w = np.vstack(rows), np.concatenate(weights)
np.set_printoptions(precision=17)
print(np.__version__, scipy.__version__, sklearn.__version__)
for name, y in (("z-score", ys_z), ("rank to normal", ys_r)):
    for alpha in (1.0, 0.01):
        m = Ridge(alpha=alpha, solver="cholesky").fit(A, np.concatenate(y), sample_weight=w)
        print(name, alpha, repr(float(m.intercept_)), [repr(float(c)) for c in m.coef_])
print([repr(float(scipy.stats.norm.ppf(p))) for p in (1e-12, 0.001, 0.05, 0.3, 0.5, 0.925, 0.999)])
