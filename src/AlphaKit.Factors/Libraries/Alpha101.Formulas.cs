namespace AlphaKit.Factors;

/// <content>
/// The formulas, in the expression language, nested as in the paper. Fractional windows are floored; sum(x, n) / n is written mean(x, n);
/// volume is volume / adj_factor, so that volumes compare over time as the adjusted prices do, and amount where the paper sets it against
/// adv{d}. What else was decided stands in docs/alpha101.md.
/// </content>
public static partial class Alpha101
{
    /// <summary>How much the price of the last ten days bends against the ten days before: alphas 46, 49 and 51.</summary>
    private const string Bend = "(delay(close, 20) - delay(close, 10)) / 10 - (delay(close, 10) - close) / 10";

    private static string Text(int number) => number switch
    {
        1 => "rank(ts_arg_max(signed_power(returns < 0 ? std(returns, 20) : close, 2), 5)) - 0.5",
        2 => "-correlation(rank(delta(log(volume / adj_factor), 2)), rank((close - open) / open), 6)",
        3 => "-correlation(rank(open), rank(volume / adj_factor), 10)",
        4 => "-ts_rank(rank(low), 9)",
        5 => "-rank(open - mean(vwap, 10)) * abs(rank(close - vwap))",
        6 => "-correlation(open, volume / adj_factor, 10)",
        7 => "adv20 < amount ? -ts_rank(abs(delta(close, 7)), 60) * sign(delta(close, 7)) : -1",
        8 => "-rank(sum(open, 5) * sum(returns, 5) - delay(sum(open, 5) * sum(returns, 5), 10))",
        9 => "ts_min(delta(close, 1), 5) > 0 ? delta(close, 1) : ts_max(delta(close, 1), 5) < 0 ? delta(close, 1) : -delta(close, 1)",
        10 => "rank(ts_min(delta(close, 1), 4) > 0 ? delta(close, 1) : ts_max(delta(close, 1), 4) < 0 ? delta(close, 1) : -delta(close, 1))",
        11 => "(rank(ts_max(vwap - close, 3)) + rank(ts_min(vwap - close, 3))) * rank(delta(volume / adj_factor, 3))",
        12 => "-sign(delta(volume / adj_factor, 1)) * delta(close, 1)",
        13 => "-rank(covariance(rank(close), rank(volume / adj_factor), 5))",
        14 => "-rank(delta(returns, 3)) * correlation(open, volume / adj_factor, 10)",
        15 => "-sum(rank(correlation(rank(high), rank(volume / adj_factor), 3)), 3)",
        16 => "-rank(covariance(rank(high), rank(volume / adj_factor), 5))",
        17 => "-rank(ts_rank(close, 10)) * rank(delta(delta(close, 1), 1)) * rank(ts_rank(amount / adv20, 5))",
        18 => "-rank(std(abs(close - open), 5) + (close - open) + correlation(close, open, 10))",
        19 => "-sign(close - delay(close, 7) + delta(close, 7)) * (1 + rank(1 + sum(returns, 250)))",
        20 => "-rank(open - delay(high, 1)) * rank(open - delay(close, 1)) * rank(open - delay(low, 1))",
        21 =>
            "mean(close, 8) + std(close, 8) < mean(close, 2) ? -1 : mean(close, 2) < mean(close, 8) - std(close, 8) ? 1 : amount / adv20 "
            + ">= 1 ? 1 : -1",
        22 => "-delta(correlation(high, volume / adj_factor, 5), 5) * rank(std(close, 20))",
        23 => "mean(high, 20) < high ? -delta(high, 2) : 0",
        24 => "delta(mean(close, 100), 100) / delay(close, 100) <= 0.05 ? -(close - ts_min(close, 100)) : -delta(close, 3)",
        25 => "rank(-returns * adv20 * vwap * (high - close))",
        26 => "-ts_max(correlation(ts_rank(volume / adj_factor, 5), ts_rank(high, 5), 5), 3)",
        27 => "rank(sum(correlation(rank(volume / adj_factor), rank(vwap), 6), 2) / 2) > 0.5 ? -1 : 1",
        28 => "scale(correlation(adv20, low, 5) + (high + low) / 2 - close)",
        29 =>
            "ts_min(product(rank(rank(scale(log(sum(ts_min(rank(rank(-rank(delta(close - 1, 5)))), 2), 1))))), 1), 5) + "
            + "ts_rank(delay(-returns, 6), 5)",
        30 =>
            "(1 - rank(sign(close - delay(close, 1)) + sign(delay(close, 1) - delay(close, 2)) + sign(delay(close, 2) - delay(close, "
            + "3)))) * sum(volume / adj_factor, 5) / sum(volume / adj_factor, 20)",
        31 =>
            "rank(rank(rank(decay_linear(-rank(rank(delta(close, 10))), 10)))) + rank(-delta(close, 3)) + sign(scale(correlation(adv20, "
            + "low, 12)))",
        32 => "scale(mean(close, 7) - close) + 20 * scale(correlation(vwap, delay(close, 5), 230))",
        33 => "rank(-(1 - open / close))",
        34 => "rank(1 - rank(std(returns, 2) / std(returns, 5)) + (1 - rank(delta(close, 1))))",
        35 => "ts_rank(volume / adj_factor, 32) * (1 - ts_rank(close + high - low, 16)) * (1 - ts_rank(returns, 32))",
        36 =>
            "2.21 * rank(correlation(close - open, delay(volume / adj_factor, 1), 15)) + 0.7 * rank(open - close) + 0.73 * "
            + "rank(ts_rank(delay(-returns, 6), 5)) + rank(abs(correlation(vwap, adv20, 6))) + 0.6 * rank((mean(close, 200) - open) * "
            + "(close - open))",
        37 => "rank(correlation(delay(open - close, 1), close, 200)) + rank(open - close)",
        38 => "-rank(ts_rank(close, 10)) * rank(close / open)",
        39 => "-rank(delta(close, 7) * (1 - rank(decay_linear(amount / adv20, 9)))) * (1 + rank(sum(returns, 250)))",
        40 => "-rank(std(high, 10)) * correlation(high, volume / adj_factor, 10)",
        41 => "(high * low) ^ 0.5 - vwap",
        42 => "rank(vwap - close) / rank(vwap + close)",
        43 => "ts_rank(amount / adv20, 20) * ts_rank(-delta(close, 7), 8)",
        44 => "-correlation(high, rank(volume / adj_factor), 5)",
        45 =>
            "-rank(mean(delay(close, 5), 20)) * correlation(close, volume / adj_factor, 2) * rank(correlation(sum(close, 5), sum(close, "
            + "20), 2))",
        46 => $"{Bend} > 0.25 ? -1 : {Bend} < 0 ? 1 : -delta(close, 1)",
        47 => "rank(1 / close) * amount / adv20 * (high * rank(high - close) / mean(high, 5)) - rank(vwap - delay(vwap, 5))",
        48 =>
            "neutralise(correlation(delta(close, 1), delta(delay(close, 1), 1), 250) * delta(close, 1) / close, industry) / "
            + "sum((delta(close, 1) / delay(close, 1)) ^ 2, 250)",
        49 => $"{Bend} < -0.1 ? 1 : -delta(close, 1)",
        50 => "-ts_max(rank(correlation(rank(volume / adj_factor), rank(vwap), 5)), 5)",
        51 => $"{Bend} < -0.05 ? 1 : -delta(close, 1)",
        52 =>
            "(delay(ts_min(low, 5), 5) - ts_min(low, 5)) * rank((sum(returns, 240) - sum(returns, 20)) / 220) * ts_rank(volume / "
            + "adj_factor, 5)",
        53 => "-delta((close - low - (high - close)) / (close - low), 9)",
        54 => "-((low - close) * open ^ 5) / ((low - high) * close ^ 5)",
        55 => "-correlation(rank((close - ts_min(low, 12)) / (ts_max(high, 12) - ts_min(low, 12))), rank(volume / adj_factor), 6)",
        56 => "-rank(sum(returns, 10) / sum(sum(returns, 2), 3)) * rank(returns * cap)",
        57 => "-(close - vwap) / decay_linear(rank(ts_arg_max(close, 30)), 2)",
        58 => "-ts_rank(decay_linear(correlation(neutralise(vwap, industry), volume / adj_factor, 3), 7), 5)",
        59 => "-ts_rank(decay_linear(correlation(neutralise(vwap, industry), volume / adj_factor, 4), 16), 8)",
        60 =>
            "-(2 * scale(rank((close - low - (high - close)) / (high - low) * (volume / adj_factor))) - scale(rank(ts_arg_max(close, "
            + "10))))",
        61 => "rank(vwap - ts_min(vwap, 16)) < rank(correlation(vwap, adv180, 17))",
        62 => "-(rank(correlation(vwap, sum(adv20, 22), 9)) < rank(rank(open) + rank(open) < rank((high + low) / 2) + rank(high)))",
        63 =>
            "-(rank(decay_linear(delta(neutralise(close, industry), 2), 8)) - rank(decay_linear(correlation(vwap * 0.318108 + open * (1 - "
            + "0.318108), sum(adv180, 37), 13), 12)))",
        64 =>
            "-(rank(correlation(sum(open * 0.178404 + low * (1 - 0.178404), 12), sum(adv120, 12), 16)) < rank(delta((high + low) / 2 * "
            + "0.178404 + vwap * (1 - 0.178404), 3)))",
        65 => "-(rank(correlation(open * 0.00817205 + vwap * (1 - 0.00817205), sum(adv60, 8), 6)) < rank(open - ts_min(open, 13)))",
        66 => "-(rank(decay_linear(delta(vwap, 3), 7)) + ts_rank(decay_linear((low - vwap) / (open - (high + low) / 2), 11), 6))",
        67 => "-(rank(high - ts_min(high, 2)) ^ rank(correlation(neutralise(vwap, industry), neutralise(adv20, industry), 6)))",
        68 => "-(ts_rank(correlation(rank(high), rank(adv15), 8), 13) < rank(delta(close * 0.518371 + low * (1 - 0.518371), 1)))",
        69 =>
            "-(rank(ts_max(delta(neutralise(vwap, industry), 2), 4)) ^ ts_rank(correlation(close * 0.490655 + vwap * (1 - 0.490655), "
            + "adv20, 4), 9))",
        70 => "-(rank(delta(vwap, 1)) ^ ts_rank(correlation(neutralise(close, industry), adv50, 17), 17))",
        71 =>
            "larger(ts_rank(decay_linear(correlation(ts_rank(close, 3), ts_rank(adv180, 12), 18), 4), 15), ts_rank(decay_linear(rank(low "
            + "+ open - (vwap + vwap)) ^ 2, 16), 4))",
        72 =>
            "rank(decay_linear(correlation((high + low) / 2, adv40, 8), 10)) / rank(decay_linear(correlation(ts_rank(vwap, 3), "
            + "ts_rank(volume / adj_factor, 18), 6), 2))",
        73 =>
            "-larger(rank(decay_linear(delta(vwap, 4), 2)), ts_rank(decay_linear(-(delta(open * 0.147155 + low * (1 - 0.147155), 2) / "
            + "(open * 0.147155 + low * (1 - 0.147155))), 3), 16))",
        74 =>
            "-(rank(correlation(close, sum(adv30, 37), 15)) < rank(correlation(rank(high * 0.0261661 + vwap * (1 - 0.0261661)), "
            + "rank(volume / adj_factor), 11)))",
        75 => "rank(correlation(vwap, volume / adj_factor, 4)) < rank(correlation(rank(low), rank(adv50), 12))",
        76 =>
            "-larger(rank(decay_linear(delta(vwap, 1), 11)), ts_rank(decay_linear(ts_rank(correlation(neutralise(low, industry), adv81, "
            + "8), 19), 17), 19))",
        77 =>
            "smaller(rank(decay_linear((high + low) / 2 + high - (vwap + high), 20)), rank(decay_linear(correlation((high + low) / 2, "
            + "adv40, 3), 5)))",
        78 =>
            "rank(correlation(sum(low * 0.352233 + vwap * (1 - 0.352233), 19), sum(adv40, 19), 6)) ^ rank(correlation(rank(vwap), "
            + "rank(volume / adj_factor), 5))",
        79 =>
            "rank(delta(neutralise(close * 0.60733 + open * (1 - 0.60733), industry), 1)) < rank(correlation(ts_rank(vwap, 3), "
            + "ts_rank(adv150, 9), 14))",
        80 =>
            "-(rank(sign(delta(neutralise(open * 0.868128 + high * (1 - 0.868128), industry), 4))) ^ ts_rank(correlation(high, adv10, 5), "
            + "5))",
        81 =>
            "-(rank(sum(log(rank(rank(correlation(vwap, sum(adv10, 49), 8)) ^ 4)), 14)) < rank(correlation(rank(vwap), rank(volume / "
            + "adj_factor), 5)))",
        82 =>
            "-smaller(rank(decay_linear(delta(open, 1), 14)), ts_rank(decay_linear(correlation(neutralise(volume / adj_factor, industry), "
            + "open, 17), 6), 13))",
        83 =>
            "rank(delay((high - low) / mean(close, 5), 2)) * rank(rank(volume / adj_factor)) / ((high - low) / mean(close, 5) / (vwap - "
            + "close))",
        84 => "ts_rank(vwap - ts_max(vwap, 15), 20) ^ delta(close, 4)",
        85 =>
            "rank(correlation(high * 0.876703 + close * (1 - 0.876703), adv30, 9)) ^ rank(correlation(ts_rank((high + low) / 2, 3), "
            + "ts_rank(volume / adj_factor, 10), 7))",
        86 => "-(ts_rank(correlation(close, sum(adv20, 14), 6), 20) < rank(open + close - (vwap + open)))",
        87 =>
            "-larger(rank(decay_linear(delta(close * 0.369701 + vwap * (1 - 0.369701), 1), 2)), "
            + "ts_rank(decay_linear(abs(correlation(neutralise(adv81, industry), close, 13)), 4), 14))",
        88 =>
            "smaller(rank(decay_linear(rank(open) + rank(low) - (rank(high) + rank(close)), 8)), "
            + "ts_rank(decay_linear(correlation(ts_rank(close, 8), ts_rank(adv60, 20), 8), 6), 2))",
        89 => "ts_rank(decay_linear(correlation(low, adv10, 6), 5), 3) - ts_rank(decay_linear(delta(neutralise(vwap, industry), 3), 10), 15)",
        90 => "-(rank(close - ts_max(close, 4)) ^ ts_rank(correlation(neutralise(adv40, industry), low, 5), 3))",
        91 =>
            "-(ts_rank(decay_linear(decay_linear(correlation(neutralise(close, industry), volume / adj_factor, 9), 16), 3), 4) - "
            + "rank(decay_linear(correlation(vwap, adv30, 4), 2)))",
        92 =>
            "smaller(ts_rank(decay_linear((high + low) / 2 + close < low + open, 14), 18), ts_rank(decay_linear(correlation(rank(low), "
            + "rank(adv30), 7), 6), 6))",
        93 =>
            "ts_rank(decay_linear(correlation(neutralise(vwap, industry), adv81, 17), 19), 7) / rank(decay_linear(delta(close * 0.524434 "
            + "+ vwap * (1 - 0.524434), 2), 16))",
        94 => "-(rank(vwap - ts_min(vwap, 11)) ^ ts_rank(correlation(ts_rank(vwap, 19), ts_rank(adv60, 4), 18), 2))",
        95 => "rank(open - ts_min(open, 12)) < ts_rank(rank(correlation(sum((high + low) / 2, 19), sum(adv40, 19), 12)) ^ 5, 11)",
        96 =>
            "-larger(ts_rank(decay_linear(correlation(rank(vwap), rank(volume / adj_factor), 3), 4), 8), "
            + "ts_rank(decay_linear(ts_arg_max(std(ts_rank(close, 7), 3) * std(ts_rank(adv60, 4), 3) == 0 ? 0 : correlation(ts_rank(close, "
            + "7), ts_rank(adv60, 4), 3), 12), 14), 13))",
        97 =>
            "-(rank(decay_linear(delta(neutralise(low * 0.721001 + vwap * (1 - 0.721001), industry), 3), 20)) - "
            + "ts_rank(decay_linear(ts_rank(std(ts_rank(low, 7), 4) * std(ts_rank(adv60, 17), 4) == 0 ? 0 : correlation(ts_rank(low, 7), "
            + "ts_rank(adv60, 17), 4), 18), 15), 6))",
        98 =>
            "rank(decay_linear(correlation(vwap, sum(adv5, 26), 4), 7)) - rank(decay_linear(ts_rank(ts_arg_min(correlation(rank(open), "
            + "rank(adv15), 20), 8), 6), 8))",
        99 => "-(rank(correlation(sum((high + low) / 2, 19), sum(adv60, 19), 8)) < rank(correlation(low, volume / adj_factor, 6)))",
        100 =>
            "-(1.5 * scale(neutralise(neutralise(rank((close - low - (high - close)) / (high - low) * (volume / adj_factor)), industry), "
            + "industry)) - scale(neutralise(correlation(close, rank(adv20), 5) - rank(ts_arg_min(close, 30)), industry))) * (amount / "
            + "adv20)",
        101 => "(close - open) / (high - low + 0.001)",
        _ => throw new System.Diagnostics.UnreachableException($"No formula {number}."),
    };
}
