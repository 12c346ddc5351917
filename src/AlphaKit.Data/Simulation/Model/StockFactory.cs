namespace AlphaKit.Data.Simulation;

/// <summary>Draws the shares: those listed on the first day, then year by year the new ones, so that a longer span only appends.</summary>
internal sealed class StockFactory
{
    private static readonly DateOnly s_chiNextOpens = new(2009, 10, 30);
    private static readonly DateOnly s_starOpens = new(2019, 7, 22);
    private static readonly DateOnly s_beijingOpens = new(2021, 11, 15);
    private readonly SimulationOptions _options;
    private readonly Dictionary<string, int> _next = [];
    private readonly List<StockProfile> _all = [];

    private StockFactory(SimulationOptions options) => _options = options;

    public static List<StockProfile> Draw(SimulationOptions options, IReadOnlyList<DateOnly> days)
    {
        StockFactory factory = new(options);
        for (int i = 0; i < options.Stocks; i++) factory.AddOld(i);
        for (int year = options.From.Year; year <= options.To.Year; year++)
        {
            int index = year - options.From.Year;
            double perYear = options.IpoRate * options.Stocks;
            int count = (int)Math.Floor((index + 1) * perYear) - (int)Math.Floor(index * perYear);
            for (int k = 0; k < count; k++) factory.AddNew(year, k);
        }

        // A listing that the span does not reach is not part of it; the ones before keep their codes.
        factory._all.RemoveAll(s => s.Listed > days[^1]);
        return factory._all;
    }

    private void AddOld(int index)
    {
        RandomStream stream = RandomStream.Create(_options.Seed, $"simulation/profile/{index}");
        DateOnly listed = _options.From.AddDays(-(400 + stream.NextInt32(5200)));
        if (listed < new DateOnly(1990, 12, 19)) listed = new DateOnly(1991, 1, 2).AddDays(index % 300);
        Add(stream, TradingDayNear(listed), false);
    }

    private void AddNew(int year, int k)
    {
        RandomStream stream = RandomStream.Create(_options.Seed, $"simulation/listing/{year}/{k}");
        DateOnly listed = new DateOnly(year, 1, 1).AddDays(stream.NextInt32(360));
        listed = TradingDayNear(listed);
        if (listed <= _options.From) return;
        Add(stream, listed, true);
    }

    private static DateOnly TradingDayNear(DateOnly date) => HolidayRules.TradingDays(date, date.AddDays(14))[0];

    private void Add(RandomStream stream, DateOnly listed, bool isNew)
    {
        Symbol symbol = NextSymbol(stream.NextDouble(), listed);
        double price = Math.Clamp(Math.Exp(2.4 + (0.7 * stream.NextNormal())), 2.5, 300);
        double value = Math.Clamp(Math.Exp(22.7 + (1.0 * stream.NextNormal()) - (isNew ? 0.8 : 0)), 1e9, 1e12);
        double size = (Math.Log(value) - 22.7) / 1.0;
        double beta = Math.Clamp(1 + (ModelParameters.BetaDispersion * stream.NextNormal()), 0.4, 1.6);
        double volatility = ModelParameters.SpecificVolatility * Math.Exp(ModelParameters.SpecificDispersion * stream.NextNormal());
        double turnover = 0.011 * Math.Exp((0.45 * stream.NextNormal()) - (0.25 * size)) * (isNew ? 2 : 1);
        double priceToBook = Math.Exp(0.8 + (0.5 * stream.NextNormal()));
        double free = stream.NextDouble(0.3, 0.7);
        double jump = Math.Exp(0.45 + (0.35 * stream.NextNormal()));
        int industry = IndustryOf(stream.NextDouble());
        bool marginable = stream.NextDouble() < (size > 0 ? 0.8 : 0.3);
        bool northbound = stream.NextDouble() < (size > 0 ? 0.7 : 0.2);
        bool beijing = symbol.Board == Board.Beijing;
        int cents = (int)Math.Round(price * 100);
        _all.Add(new StockProfile(_all.Count, symbol, listed, isNew, industry, beta, volatility, turnover, value, cents, priceToBook, free,
            jump, marginable && !beijing, northbound && !beijing));
    }

    private Symbol NextSymbol(double u, DateOnly listed)
    {
        if (u < 0.09 && listed >= s_beijingOpens) return Take("BJ", 920_001, 9_000, Exchange.Beijing);
        if (u < 0.22 && listed >= s_starOpens) return Take("STAR", 688_001, 1_900, Exchange.Shanghai);
        if (u < 0.46 && listed >= s_chiNextOpens) return Take("CHINEXT", 300_001, 9_000, Exchange.Shenzhen);
        if (u < 0.74 && _next.GetValueOrDefault("SH") < 3_900)
        {
            int n = _next.GetValueOrDefault("SH");
            _next["SH"] = n + 1;
            int block = (n / 999) switch { 0 => 600_001, 1 => 601_001, 2 => 603_001, _ => 605_001 };
            return Symbol.From(block + (n % 999), Exchange.Shanghai);
        }

        return Take("SZ", 1, 4_900, Exchange.Shenzhen);
    }

    private Symbol Take(string block, int first, int capacity, Exchange exchange)
    {
        int n = _next.GetValueOrDefault(block);
        if (n >= capacity) return block == "SZ" ? throw new InvalidOperationException("No code is left: simulate fewer shares or years.") : Take("SZ", 1, 4_900, Exchange.Shenzhen);
        _next[block] = n + 1;
        return Symbol.From(first + n, exchange);
    }

    /// <summary>Industries of unequal size: a quarter in electronics, machinery, pharmaceuticals and chemicals.</summary>
    private static int IndustryOf(double u)
    {
        int count = Industry.All.Count;
        if (u >= 0.28) return Math.Min(count - 1, (int)((u - 0.28) / 0.72 * count));
        return (int)(u / 0.07) switch { 0 => 4, 1 => 22, 2 => 10, _ => 1 };
    }
}
