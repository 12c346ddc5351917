"""Golden values of Alpha158 and Alpha360: the expressions of Qlib's loaders (qlib/contrib/data/loader.py), with pandas' rolling functions as in
qlib/data/ops.py: min_periods=1, missing values skipped, a comparison with a missing side false. Two rules are AlphaKit's, see
docs/alpha158.md: IdxMax and IdxMin skip missing values and count from the start of the full window, and a flat window (not a nearly flat one)
has neither R² nor correlation. Written from Qlib's expressions, not from the C# library.

Run: python3 alpha158.py > alpha158.csv        (numpy 1.24.2, pandas 1.5.3)
Columns: factor, day, then the shares of SAMPLE; an empty cell is missing.
"""
import numpy as np
import pandas as pd
import panel
from operators import windows

SAMPLE_DAYS = [45, 130, 299]
SAMPLE = [0, 3, 7, 12, 25, 57, 99, 119]
WINDOWS = [5, 10, 20, 30, 60]

fields, _, _ = panel.make()
open_, high, low, close, vwap, volume = (pd.DataFrame(fields[n]) for n in ("open", "high", "low", "close", "vwap", "volume"))


def ref(x, d): return x.shift(d)
def roll(x, d): return x.rolling(d, min_periods=1)
def greater(x, y): return np.maximum(x, y)
def less(x, y): return np.minimum(x, y)


def index_of(x, d, arg, fill):
    w = windows(x.values, d)
    out = arg(np.where(np.isnan(w), fill, w), axis=2) + 1.0
    return pd.DataFrame(np.where(np.isnan(w).all(axis=2), np.nan, out))


def idx_max(x, d): return index_of(x, d, np.argmax, -np.inf)
def idx_min(x, d): return index_of(x, d, np.argmin, np.inf)


def flat(x, d):
    return roll(x, d).max() == roll(x, d).min()


def regression(x, d, what):
    """Least squares on 1..d over the values present: slope, R², or the residual of today."""
    w = windows(x.values, d)
    out = np.full(x.shape, np.nan)
    for t in range(x.shape[0]):
        for i in range(x.shape[1]):
            ok = ~np.isnan(w[t, i])
            if ok.sum() < 2 or (what == "resi" and np.isnan(w[t, i, -1])):
                continue
            at, y = np.arange(1, d + 1)[ok], w[t, i][ok]
            u, v = at - at.mean(), y - y.mean()
            slope = (u * v).sum() / (u * u).sum()
            if what == "slope":
                out[t, i] = slope
            elif what == "resi":
                out[t, i] = y[-1] - (y.mean() + slope * (d - at.mean()))
            elif y.max() > y.min():
                out[t, i] = (u * v).sum() ** 2 / ((u * u).sum() * (v * v).sum())
    return pd.DataFrame(out)


def corr(x, y, d):
    """Over the days when both are there."""
    both = x.notna() & y.notna()
    r = x.rolling(d, min_periods=1).corr(y)
    return r.mask(flat(x.where(both), d) | flat(y.where(both), d))


FACTORS = {
    "KMID": lambda: (close - open_) / open_,
    "KLEN": lambda: (high - low) / open_,
    "KMID2": lambda: (close - open_) / (high - low + 1e-12),
    "KUP": lambda: (high - greater(open_, close)) / open_,
    "KUP2": lambda: (high - greater(open_, close)) / (high - low + 1e-12),
    "KLOW": lambda: (less(open_, close) - low) / open_,
    "KLOW2": lambda: (less(open_, close) - low) / (high - low + 1e-12),
    "KSFT": lambda: (2 * close - high - low) / open_,
    "KSFT2": lambda: (2 * close - high - low) / (high - low + 1e-12),
    "OPEN0": lambda: open_ / close,
    "HIGH0": lambda: high / close,
    "LOW0": lambda: low / close,
    "VWAP0": lambda: vwap / close,
}
ROLLING = {
    "ROC": lambda d: ref(close, d) / close,
    "MA": lambda d: roll(close, d).mean() / close,
    "STD": lambda d: roll(close, d).std() / close,
    "BETA": lambda d: regression(close, d, "slope") / close,
    "RSQR": lambda d: regression(close, d, "rsquare"),
    "RESI": lambda d: regression(close, d, "resi") / close,
    "MAX": lambda d: roll(high, d).max() / close,
    "MIN": lambda d: roll(low, d).min() / close,
    "QTLU": lambda d: roll(close, d).quantile(0.8) / close,
    "QTLD": lambda d: roll(close, d).quantile(0.2) / close,
    "RANK": lambda d: roll(close, d).rank(pct=True),
    "RSV": lambda d: (close - roll(low, d).min()) / (roll(high, d).max() - roll(low, d).min() + 1e-12),
    "IMAX": lambda d: idx_max(high, d) / d,
    "IMIN": lambda d: idx_min(low, d) / d,
    "IMXD": lambda d: (idx_max(high, d) - idx_min(low, d)) / d,
    "CORR": lambda d: corr(close, np.log(volume + 1), d),
    "CORD": lambda d: corr(close / ref(close, 1), np.log(volume / ref(volume, 1) + 1), d),
    "CNTP": lambda d: roll((close > ref(close, 1)).astype(float), d).mean(),
    "CNTN": lambda d: roll((close < ref(close, 1)).astype(float), d).mean(),
    "CNTD": lambda d: roll((close > ref(close, 1)).astype(float), d).mean() - roll((close < ref(close, 1)).astype(float), d).mean(),
    "SUMP": lambda d: roll(greater(close - ref(close, 1), 0), d).sum() / (roll((close - ref(close, 1)).abs(), d).sum() + 1e-12),
    "SUMN": lambda d: roll(greater(ref(close, 1) - close, 0), d).sum() / (roll((close - ref(close, 1)).abs(), d).sum() + 1e-12),
    "SUMD": lambda d: (roll(greater(close - ref(close, 1), 0), d).sum() - roll(greater(ref(close, 1) - close, 0), d).sum()) / (roll((close - ref(close, 1)).abs(), d).sum() + 1e-12),
    "VMA": lambda d: roll(volume, d).mean() / (volume + 1e-12),
    "VSTD": lambda d: roll(volume, d).std() / (volume + 1e-12),
    "WVMA": lambda d: roll((close / ref(close, 1) - 1).abs() * volume, d).std() / (roll((close / ref(close, 1) - 1).abs() * volume, d).mean() + 1e-12),
    "VSUMP": lambda d: roll(greater(volume - ref(volume, 1), 0), d).sum() / (roll((volume - ref(volume, 1)).abs(), d).sum() + 1e-12),
    "VSUMN": lambda d: roll(greater(ref(volume, 1) - volume, 0), d).sum() / (roll((volume - ref(volume, 1)).abs(), d).sum() + 1e-12),
    "VSUMD": lambda d: (roll(greater(volume - ref(volume, 1), 0), d).sum() - roll(greater(ref(volume, 1) - volume, 0), d).sum()) / (roll((volume - ref(volume, 1)).abs(), d).sum() + 1e-12),
}
ALPHA360 = {"CLOSE": close, "OPEN": open_, "HIGH": high, "LOW": low, "VWAP": vwap}


def cell(v):
    return "" if np.isnan(v) else f"{v:.9g}"


def show(name, values):
    for t in SAMPLE_DAYS:
        print(f"{name},{t}," + ",".join(cell(values.values[t, i]) for i in SAMPLE))


if __name__ == "__main__":
    print("factor,day," + ",".join(f"s{i}" for i in SAMPLE))
    for name, make in FACTORS.items():
        show(name, make())
    for name, make in ROLLING.items():
        for d in WINDOWS:
            show(f"{name}{d}", make(d))
    for lag in (59, 17, 1, 0):
        for name, x in ALPHA360.items():
            if not (name != "CLOSE" and lag == 0):
                show(f"360:{name}{lag}", ref(x, lag) / close)
        show(f"360:VOLUME{lag}", ref(volume, lag) / (volume + 1e-12))
