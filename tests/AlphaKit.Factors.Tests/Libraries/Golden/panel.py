"""The panel of the golden values, from integers alone, so that C# (GoldenPanel.cs) can make the same bits.

120 shares, 300 days: prices in whole fen, days locked at one price, suspensions, two late listings, ex-right steps of the adjustment factor,
shares that leave the universe and come back, one share without an industry.
"""
import numpy as np

DAYS, SHARES, INDUSTRIES = 300, 120, 6
MASK = (1 << 64) - 1


class Lcg:
    """Knuth's MMIX generator, the upper 31 bits."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % n


def make():
    names = ["open", "high", "low", "close", "vwap", "volume", "amount", "adj_factor", "market_cap"]
    raw = {n: np.full((DAYS, SHARES), np.nan) for n in names}
    industry = np.full((DAYS, SHARES), np.nan)
    member = np.ones((DAYS, SHARES), bool)
    for i in range(SHARES):
        r = Lcg(1000 + i)
        close = 300 + r.below(6000)
        shares = 1000000 * (1 + r.below(5000))
        factor = 8  # eighths
        for t in range(DAYS):
            before = close
            band = max(2, before // 40)
            o = max(20, before + r.below(2 * band + 1) - band)
            close = max(20, before + r.below(2 * band + 1) - band)
            h = max(o, close) + r.below(band)
            l = max(10, min(o, close) - r.below(band))
            v = l + r.below(h - l + 1)
            volume = 100 * (500 + r.below(20000))
            locked = r.below(100) == 0
            suspended = r.below(800) == 0
            step = r.below(200) == 0
            if locked:
                o = h = l = v = close
            if step:
                factor += 1 + r.below(4)
            member[t, i] = not (i % 9 == 4 and 100 <= t < 130) and not (i % 13 == 5 and t >= 285)
            industry[t, i] = np.nan if i == 119 else i % INDUSTRIES
            raw["adj_factor"][t, i] = factor / 8
            if suspended or (i in (3, 17) and t < 40):
                continue
            raw["open"][t, i], raw["high"][t, i], raw["low"][t, i] = o / 100, h / 100, l / 100
            raw["close"][t, i], raw["vwap"][t, i] = close / 100, v / 100
            raw["volume"][t, i], raw["amount"][t, i] = volume, volume * v / 100
            raw["market_cap"][t, i] = shares * (close / 100)

    f32 = {n: raw[n].astype(np.float32) for n in names}
    fields = {}
    for n in ("open", "high", "low", "close", "vwap"):
        fields[n] = (f32[n].astype(np.float64) * f32["adj_factor"].astype(np.float64)).astype(np.float32).astype(np.float64)
    fields["volume"] = f32["volume"].astype(np.float64) / f32["adj_factor"].astype(np.float64)
    fields["amount"] = f32["amount"].astype(np.float64)
    fields["market_cap"] = f32["market_cap"].astype(np.float64)
    return fields, industry, member
