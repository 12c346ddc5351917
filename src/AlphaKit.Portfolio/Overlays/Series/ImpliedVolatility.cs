namespace AlphaKit.Portfolio;

/// <summary>
/// Option-implied volatility as a series, by the published method of model-free indices (Cboe VIX; the discontinued iVX 中国波指 of the Shanghai exchange):
/// the variance swap rate of the two nearest expiries, interpolated to thirty days.
/// </summary>
public static class ImpliedVolatility
{
    /// <summary>Expiries nearer than this many calendar days are left out.</summary>
    public const int RollDays = 7;

    private const double DaysPerYear = 365;
    private const double Horizon = 30;

    /// <summary>
    /// The series of a chain. Of each day the two nearest expiries of at least <see cref="RollDays"/> calendar days count:
    /// σ² = [T₁σ₁²(N₂ − 30) + T₂σ₂²(30 − N₁)] / (N₂ − N₁) · 365/30, T = N/365.
    /// </summary>
    /// <param name="name">Name of the series.</param>
    /// <param name="calendar">The days; those without two expiries that can be priced have no value.</param>
    /// <param name="quotes">The quotes of one underlying, in any order.</param>
    /// <param name="rate">Riskless rate per year, continuously compounded.</param>
    /// <param name="knownAt">When the quotes of a day are known.</param>
    /// <returns>Volatility per year; 0.25 is what traders call 25.</returns>
    /// <exception cref="ArgumentException">A strike is not above 0, a price is negative or infinite, or an option is quoted twice on a day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not within −0.1 to 1.</exception>
    public static MarketSeries Of(string name, TradingCalendar calendar, IEnumerable<OptionQuote> quotes, double rate, Clock knownAt = Clock.Close)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(quotes);
        CheckRate(rate);
        double[] values = new double[calendar.Count];
        Array.Fill(values, double.NaN);
        foreach (IGrouping<DateOnly, OptionQuote> day in quotes.GroupBy(q => q.Date))
        {
            int row = calendar.IndexAtOrBefore(day.Key);
            if (row >= 0 && calendar[row] == day.Key) values[row] = OfDay(day.Key, [.. day], rate);
        }

        return new MarketSeries(name, calendar, values, knownAt);
    }

    /// <summary>
    /// The model-free variance per year of one expiry:
    /// σ² = (2/T) Σ ΔK/K² · e^{RT} Q(K) − (1/T)(F/K₀ − 1)², with the forward F = K* + e^{RT}(C − P) at the strike K* where call and put are nearest, K₀ the
    /// highest strike not above F, Q the put below K₀, the call above it and their mean at it, ΔK half the distance of the neighbours (at the
    /// ends: the distance). From K₀ outwards strikes without a price are left out, and two of them in a row end the strip.
    /// </summary>
    /// <param name="quotes">Calls and puts of one day and expiry.</param>
    /// <param name="years">Time to expiry, above 0.</param>
    /// <param name="rate">Riskless rate per year, continuously compounded.</param>
    /// <returns>The variance; NaN when the chain has no strike with both prices, or none but K₀.</returns>
    /// <exception cref="ArgumentException">A strike is not above 0, a price is negative or infinite, or an option is quoted twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above 0 or the rate not within −0.1 to 1.</exception>
    public static double VarianceOf(IReadOnlyList<OptionQuote> quotes, double years, double rate)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        CheckRate(rate);
        if (!(years > 0 && double.IsFinite(years))) throw new ArgumentOutOfRangeException(nameof(years), years, "Must be finite and above 0.");
        SortedDictionary<double, (double Call, double Put)> chain = Chain(quotes);
        double[] strikes = [.. chain.Keys];
        double growth = Math.Exp(rate * years), nearest = double.PositiveInfinity, forward = double.NaN;
        foreach ((double strike, (double call, double put)) in chain)
        {
            if (!(call > 0 && put > 0) || Math.Abs(call - put) >= nearest) continue;
            nearest = Math.Abs(call - put);
            forward = strike + (growth * (call - put));
        }

        int centre = Array.FindLastIndex(strikes, k => k <= forward);
        if (centre < 0 || !(chain[strikes[centre]] is { Call: > 0, Put: > 0 } at)) return double.NaN;
        List<(double Strike, double Price)> strip = [(strikes[centre], (at.Call + at.Put) / 2)];
        for (int i = centre - 1, missing = 0; i >= 0 && missing < 2; i--) missing = Take(strip, strikes[i], chain[strikes[i]].Put, missing);
        strip.Reverse();
        for (int i = centre + 1, missing = 0; i < strikes.Length && missing < 2; i++) missing = Take(strip, strikes[i], chain[strikes[i]].Call, missing);
        if (strip.Count < 2) return double.NaN;

        double sum = 0;
        for (int i = 0; i < strip.Count; i++)
        {
            double width = (strip[Math.Min(i + 1, strip.Count - 1)].Strike - strip[Math.Max(i - 1, 0)].Strike) / (i == 0 || i == strip.Count - 1 ? 1 : 2);
            sum += width / (strip[i].Strike * strip[i].Strike) * growth * strip[i].Price;
        }

        double beyond = (forward / strikes[centre]) - 1;
        return ((2 * sum) - (beyond * beyond)) / years;
    }

    private static int Take(List<(double Strike, double Price)> strip, double strike, double price, int missing)
    {
        if (!(price > 0)) return missing + 1;
        strip.Add((strike, price));
        return 0;
    }

    private static double OfDay(DateOnly date, OptionQuote[] quotes, double rate)
    {
        List<(double Days, double Variance)> terms = [];
        foreach (IGrouping<DateOnly, OptionQuote> expiry in quotes.GroupBy(q => q.Expiry).OrderBy(g => g.Key))
        {
            int days = expiry.Key.DayNumber - date.DayNumber;
            if (days < RollDays || terms.Count == 2) continue;
            double variance = VarianceOf([.. expiry], days / DaysPerYear, rate);
            if (variance > 0) terms.Add((days, variance));
        }

        if (terms.Count < 2) return double.NaN;
        ((double near, double first), (double next, double second)) = (terms[0], terms[1]);
        double total = ((near * first * (next - Horizon)) + (next * second * (Horizon - near))) / (next - near) / Horizon;
        return total > 0 ? Math.Sqrt(total) : double.NaN;
    }

    private static SortedDictionary<double, (double Call, double Put)> Chain(IReadOnlyList<OptionQuote> quotes)
    {
        SortedDictionary<double, (double Call, double Put)> chain = [];
        HashSet<(OptionKind, double)> seen = [];
        foreach (OptionQuote quote in quotes)
        {
            if (!(quote.Strike > 0 && double.IsFinite(quote.Strike)) || quote.Price < 0 || double.IsInfinity(quote.Price))
                throw new ArgumentException(FormattableString.Invariant($"The {quote.Kind} of {quote.Date:yyyy-MM-dd} to {quote.Expiry:yyyy-MM-dd} has strike {quote.Strike} and price {quote.Price}: the strike must be above 0, the price not negative."), nameof(quotes));
            if (!seen.Add((quote.Kind, quote.Strike)))
                throw new ArgumentException(FormattableString.Invariant($"The {quote.Kind} of {quote.Date:yyyy-MM-dd} to {quote.Expiry:yyyy-MM-dd} at {quote.Strike} is quoted twice."), nameof(quotes));
            (double call, double put) = chain.GetValueOrDefault(quote.Strike, (double.NaN, double.NaN));
            chain[quote.Strike] = quote.Kind == OptionKind.Call ? (quote.Price, put) : (call, quote.Price);
        }

        return chain;
    }

    private static void CheckRate(double rate)
    {
        if (rate is not (>= -0.1 and <= 1)) throw new ArgumentOutOfRangeException(nameof(rate), rate, "Must be -0.1 to 1 per year.");
    }
}
