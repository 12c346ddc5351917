# Maker of the numbers in PortfolioProblemTests.Agrees_with_a_general_purpose_solver: a general solver on split variables
# w = held + bought - sold, bought, sold >= 0. Run: python3 slsqp.py
import numpy as np
import scipy
from scipy.optimize import minimize

score = np.array([1.3, 0.4, -0.2, 0.9, -1.1, 0.1])
held = np.array([0.10, 0.30, 0.15, 0.00, 0.20, 0.05])
lower = np.array([0, 0, 0.15, 0, 0.05, 0])
upper = np.array([0.25, 0.25, 0.15, 0.25, 0.25, 0.25])
lam, invested, cap, n = 5.0, 0.8, 0.5, 6


def w(x):
    return held + x[:n] - x[n:]


best = None
for seed in range(20):
    start = np.random.default_rng(seed).uniform(0, 0.1, 2 * n)
    r = minimize(
        lambda x: -(score @ w(x) - lam / 2 * w(x) @ w(x)), start, method="SLSQP", bounds=[(0, 1)] * (2 * n),
        constraints=[
            {"type": "eq", "fun": lambda x: w(x).sum() - invested},
            {"type": "ineq", "fun": lambda x: cap - x.sum()},
            {"type": "ineq", "fun": lambda x: w(x) - lower},
            {"type": "ineq", "fun": lambda x: upper - w(x)},
        ], options={"maxiter": 1000, "ftol": 1e-15})
    if r.success and (best is None or r.fun < best.fun):
        best = r
print(np.__version__, scipy.__version__)
print(repr(w(best.x)), repr(-best.fun))
