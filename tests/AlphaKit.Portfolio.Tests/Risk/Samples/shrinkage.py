"""Makes the values quoted in LinearShrinkageTests, PrincipalComponentTests and CrossSectionFitTests.

x(t, i) = sin(1.7 t + 0.9 i) + 0.3 cos(0.31 t (i + 1)) + common sin(0.37 t), 30 days, 8 instruments; the constant-correlation target is written from
Ledoit and Wolf (2004), appendix B, loop by loop. Run with Debian's python3-numpy and python3-sklearn.
"""
import numpy as np
import sklearn
from sklearn.covariance import ledoit_wolf

print("numpy", np.__version__, "sklearn", sklearn.__version__)
T, N = 30, 8
for common in (0.0, 0.8):
    print("common part", common)
    x = np.array([[np.sin(1.7 * t + 0.9 * i) + 0.3 * np.cos(0.31 * t * (i + 1)) + common * np.sin(0.37 * t) for i in range(N)] for t in range(T)])
    x = x - x.mean(axis=0)
    cov, delta = ledoit_wolf(x, assume_centered=True)
    print("identity", repr(float(delta)), repr(float(cov[0, 0])), repr(float(cov[0, 1])), repr(float(cov[3, 6])))

    s = x.T @ x / T
    sd = np.sqrt(np.diag(s))
    r = s / np.outer(sd, sd)
    rbar = (r.sum() - N) / (N * (N - 1))
    target = rbar * np.outer(sd, sd)
    np.fill_diagonal(target, np.diag(s))
    pi = rho = 0.0
    for i in range(N):
        for j in range(N):
            pij = np.mean([(x[t, i] * x[t, j] - s[i, j]) ** 2 for t in range(T)])
            pi += pij
            if i == j:
                rho += pij
            else:
                tii = np.mean([(x[t, i] ** 2 - s[i, i]) * (x[t, i] * x[t, j] - s[i, j]) for t in range(T)])
                tjj = np.mean([(x[t, j] ** 2 - s[j, j]) * (x[t, i] * x[t, j] - s[i, j]) for t in range(T)])
                rho += rbar / 2 * (np.sqrt(s[j, j] / s[i, i]) * tii + np.sqrt(s[i, i] / s[j, j]) * tjj)
    gamma = ((target - s) ** 2).sum()
    delta = max(0.0, min(1.0, (pi - rho) / gamma / T))
    c = delta * target + (1 - delta) * s
    print("constant", repr(float(rbar)), repr(float(delta)), repr(float(c[0, 0])), repr(float(c[0, 1])), repr(float(c[3, 6])))

    values = np.linalg.eigvalsh(s)[::-1]
    print("eigenvalues", [float(v) for v in values[:3]])
    v = np.linalg.eigh(s)[1][:, ::-1][:, :2]
    low = v @ np.diag(values[:2]) @ v.T
    print("two components", repr(float(low[0, 1])), repr(float(low[3, 6])), repr(float(s[0, 0] - low[0, 0])))

# Constrained weighted least squares of a small cross-section, by the Lagrange system.
n, S, I = 12, 2, 3
y = np.array([0.01 * np.sin(2.3 * k + 0.4) for k in range(n)])
style = np.array([[np.cos(1.1 * k), np.sin(0.7 * k * k)] for k in range(n)])
ind = np.array([k % I for k in range(n)])
cap = np.array([1.0 + 0.5 * k for k in range(n)])
w = np.sqrt(cap)
X = np.hstack([np.ones((n, 1)), style, np.eye(I)[ind]])
share = np.array([cap[ind == k].sum() for k in range(I)]) / cap.sum()
constraint = np.concatenate([np.zeros(1 + S), share])
A = X.T @ (w[:, None] * X)
kkt = np.block([[A, constraint[:, None]], [constraint[None, :], np.zeros((1, 1))]])
f = np.linalg.solve(kkt, np.concatenate([X.T @ (w * y), [0.0]]))[:-1]
u = y - X @ f
p = X.shape[1] - 1
var = np.linalg.inv(kkt)[:-1, :-1] * (w * u * u).sum() / (n - p)
print("fit", [float(v) for v in f])
print("t", [float(v) for v in f / np.sqrt(np.diag(var))])
print("r2", repr(float(1 - (w * u * u).sum() / (w * y * y).sum())))
for k in range(S):
    others = np.hstack([np.delete(style, k, axis=1), np.eye(I)[ind]])
    b = np.linalg.lstsq(np.sqrt(w)[:, None] * others, np.sqrt(w) * style[:, k], rcond=None)[0]
    e = style[:, k] - others @ b
    m = (w * style[:, k]).sum() / w.sum()
    print("vif", repr(float((w * (style[:, k] - m) ** 2).sum() / (w * e * e).sum())))
