# Seconds of single operators of pandas on 750 days x 2,000 shares, best of three: "operator seconds", one line each.
import time
import numpy as np
import pandas as pd

rng = np.random.default_rng(7)
close = pd.DataFrame(np.exp(np.cumsum(0.02 * rng.standard_normal((750, 2000)), axis=0)) * 20)
volume = pd.DataFrame(np.round(1e5 + rng.random((750, 2000)) * 1e7))
for frame in (close, volume):
    frame.mask(rng.random((750, 2000)) < 0.01, inplace=True)

operators = {
    'mean': lambda: close.rolling(20).mean(),
    'std': lambda: close.rolling(20).std(),
    'max': lambda: close.rolling(20).max(),
    'median': lambda: close.rolling(20).median(),
    'skew': lambda: close.rolling(20).skew(),
    'quantile': lambda: close.rolling(20).quantile(0.8),
    'ts_rank': lambda: close.rolling(20).rank(pct=True),
    'correlation': lambda: close.rolling(20).corr(volume),
    'ema': lambda: close.ewm(span=20, adjust=False, ignore_na=True).mean(),
    'rank': lambda: close.rank(axis=1, pct=True),
    'z_score': lambda: close.sub(close.mean(axis=1), axis=0).div(close.std(axis=1), axis=0),
    'delta': lambda: close / close.shift(5) - 1,
}
for name, work in operators.items():
    best = float('inf')
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    print(f'{name} {best:.5f}', flush=True)
