"""
The operators of the golden values in numpy, each from its definition, strict windows: NaN unless every value is there. Numbers are kept in 32
bits between operators, as the engine keeps them, and computed in 64 bits inside: formulas of ranks would otherwise hang on the last bit.
"""
import math
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

MEMBER = None  # set by the maker: days x shares


def clean(x):
    return np.where(np.isfinite(x), x, np.nan)


class F:
    """A days x shares array in 32 bits whose arithmetic turns what is not finite into NaN and whose comparisons keep NaN."""

    def __init__(self, x):
        self.x = clean(np.asarray(x, float).astype(np.float32).astype(float))

    @staticmethod
    def of(y):
        return y.x if isinstance(y, F) else y

    def __add__(self, y): return F(self.x + F.of(y))
    def __radd__(self, y): return F(y + self.x)
    def __sub__(self, y): return F(self.x - F.of(y))
    def __rsub__(self, y): return F(y - self.x)
    def __mul__(self, y): return F(self.x * F.of(y))
    def __rmul__(self, y): return F(y * self.x)
    def __neg__(self): return F(-self.x)

    def __truediv__(self, y):
        with np.errstate(all="ignore"):
            return F(self.x / F.of(y))

    def __rtruediv__(self, y):
        with np.errstate(all="ignore"):
            return F(y / self.x)

    def __pow__(self, y):
        with np.errstate(all="ignore"):
            e = F.of(y)
            return F(np.where(np.isnan(self.x) | np.isnan(e), np.nan, np.power(self.x, e)))

    def compare(self, y, how):
        a, b = np.broadcast_arrays(self.x, F.of(y))
        return F(np.where(np.isnan(a) | np.isnan(b), np.nan, how(a, b)))

    def __lt__(self, y): return self.compare(y, np.less)
    def __gt__(self, y): return self.compare(y, np.greater)
    def __le__(self, y): return self.compare(y, np.less_equal)
    def __ge__(self, y): return self.compare(y, np.greater_equal)


def where(c, a, b):
    a, b = np.broadcast_to(F.of(a), c.x.shape), np.broadcast_to(F.of(b), c.x.shape)
    return F(np.where(np.isnan(c.x), np.nan, np.where(c.x != 0, a, b)))


def windows(x, d):
    """days x shares x d, the first d - 1 days all NaN."""
    full = np.vstack([np.full((d - 1, x.shape[1]), np.nan), x])
    return sliding_window_view(full, d, axis=0)


def rolling(x, d, function):
    d = math.floor(d)
    w = windows(x.x, d)
    out = np.full(x.x.shape, np.nan)
    ok = ~np.isnan(w).any(axis=2)
    out[ok] = function(w[ok])
    return F(out)


def centred(w):
    """Differences from the mean of the window; exactly 0 where all values are equal."""
    c = w - w.mean(axis=1, keepdims=True)
    c[w.max(axis=1) == w.min(axis=1)] = 0
    return c


def delay(x, d):
    d = math.floor(d)
    return F(np.vstack([np.full((d, x.x.shape[1]), np.nan), x.x[:-d]]))


def delta(x, d): return x - delay(x, d)
def ts_sum(x, d): return rolling(x, d, lambda w: w.sum(axis=1))
def mean(x, d): return rolling(x, d, lambda w: w.mean(axis=1))
def product(x, d): return rolling(x, d, lambda w: w.prod(axis=1))
def ts_min(x, d): return rolling(x, d, lambda w: w.min(axis=1))
def ts_max(x, d): return rolling(x, d, lambda w: w.max(axis=1))
def ts_argmax(x, d): return rolling(x, d, lambda w: w.argmax(axis=1) + 1.0)
def ts_argmin(x, d): return rolling(x, d, lambda w: w.argmin(axis=1) + 1.0)
def stddev(x, d): return rolling(x, d, lambda w: np.sqrt((centred(w) ** 2).sum(axis=1) / (w.shape[1] - 1)))


def ts_rank(x, d):
    def percentile(w):
        last = w[:, -1:]
        return ((w < last).sum(axis=1) + ((w == last).sum(axis=1) + 1) / 2) / w.shape[1]
    return rolling(x, d, percentile)


def decay_linear(x, d):
    weights = np.arange(1, math.floor(d) + 1)
    return rolling(x, d, lambda w: (w * weights).sum(axis=1) / weights.sum())


def pairs(x, y, d, function):
    d = math.floor(d)
    a, b = windows(x.x, d), windows(y.x, d)
    out = np.full(x.x.shape, np.nan)
    ok = ~np.isnan(a).any(axis=2) & ~np.isnan(b).any(axis=2)
    out[ok] = function(centred(a[ok]), centred(b[ok]))
    return F(out)


def covariance(x, y, d):
    return pairs(x, y, d, lambda a, b: (a * b).sum(axis=1) / (a.shape[1] - 1))


def correlation(x, y, d):
    """NaN where a side is flat."""
    def r(a, b):
        with np.errstate(all="ignore"):
            c = (a * b).sum(axis=1) / np.sqrt((a * a).sum(axis=1) * (b * b).sum(axis=1))
        c = np.where(a.shape[1] == 2, np.sign(c), c)  # two points lie on a line
        return np.clip(c, -1, 1)
    return pairs(x, y, d, r)


def correlation_or_0(x, y, d):
    """0 where a side is flat."""
    return where((stddev(x, d) * stddev(y, d)).compare(0, np.equal), 0, correlation(x, y, d))


def by_day(x, function):
    out = np.full(x.x.shape, np.nan)
    for t in range(len(out)):
        ok = ~np.isnan(x.x[t]) & MEMBER[t]
        if ok.any():
            out[t, ok] = function(x.x[t, ok], t, ok)
    return F(out)


def rank(x):
    """Percentile k/n among the members present, ties share the average."""
    def percentile(v, t, ok):
        return ((v[None, :] < v[:, None]).sum(axis=1) + ((v[None, :] == v[:, None]).sum(axis=1) + 1) / 2) / len(v)
    return by_day(x, percentile)


def scale(x): return by_day(x, lambda v, t, ok: v / np.abs(v).sum())


def indneutralize(x, groups):
    out = np.full(x.x.shape, np.nan)
    for t in range(len(out)):
        for g in range(int(np.nanmax(groups[t])) + 1):
            ok = ~np.isnan(x.x[t]) & MEMBER[t] & (groups[t] == g)
            if ok.any():
                v = x.x[t, ok]
                out[t, ok] = 0 if v.max() == v.min() else v - v.mean()
    return F(out)


def log(x):
    with np.errstate(all="ignore"):
        return F(np.log(x.x))


def sign(x): return F(np.sign(x.x))
def absolute(x): return F(np.abs(x.x))
def signedpower(x, a): return F(np.sign(x.x) * np.abs(x.x) ** a)
def larger(x, y): return F(np.maximum(x.x, y.x))
def smaller(x, y): return F(np.minimum(x.x, y.x))
