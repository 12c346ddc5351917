# Maker of the numbers in ElasticNetScorerTests: scikit-learn's ElasticNet with one unit of sample weight per day. Run: /usr/bin/python3 elastic_net.py
import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet

K, D, N = 5, 8, 7
at = np.arange(1, D * N * K + 1)
X = np.sin(0.37 * at * at).reshape(D, N, K)                        # [day, name, feature]
X[:, :, 3] = 0.6 * X[:, :, 0] + 0.8 * X[:, :, 3]
X = X.astype(np.float32)
Q = np.round(8 * np.sin(0.53 * np.arange(1, D * N + 1) ** 2).reshape(D, N) + 8 * X[:, :, 0] - 4 * X[:, :, 1])
Y = np.where((np.arange(D)[:, None] % 3 == 1) & (np.arange(N)[None, :] == 2), np.nan, Q / 64)
rows, ys, weights = [], [], []
for x, y in zip(X.astype(float), Y):
    ok = ~np.isnan(y)
    rows.append(((x - x.mean(0)) / x.std(0))[ok])
    y = y[ok]
    ys.append((y - y.mean()) / y.std())
    weights.append(np.full(len(y), 1 / len(y)))
A, b, w = np.vstack(rows), np.concatenate(ys), np.concatenate(weights)
np.set_printoptions(precision=17)
print(np.__version__, sklearn.__version__)
for alpha, share in ((0.05, 0.5), (0.2, 0.5), (0.05, 1.0), (0.2, 0.9), (0.01, 0.1)):
    m = ElasticNet(alpha=alpha, l1_ratio=share, tol=1e-15, max_iter=10**6).fit(A, b, sample_weight=w)
    print(f"[InlineData({alpha}, {share}, new[] {{ {float(m.intercept_)!r}, {', '.join(repr(float(c)) for c in m.coef_)} }})]")
