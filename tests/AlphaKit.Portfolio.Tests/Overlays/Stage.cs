namespace AlphaKit.Portfolio.Tests;

/// <summary>
/// A few names over a few days, played day by day: decided on the close of a day, dealt in full at the next day's close, unless a test forbids it. Prices
/// are also adjusted prices unless given; a day's open is its close, so that every number can be worked out by hand.
/// </summary>
internal sealed class Stage
{
    private readonly Dictionary<Field, float[][]> _fields = [];

    /// <summary>Prices by name, then day.</summary>
    public Stage(params float[][] prices)
    {
        Prices = prices;
        DateOnly day = new(2024, 3, 4);
        List<DateOnly> days = [];
        for (int t = 0; t < prices[0].Length; t++, day = day.AddDays(1))
        {
            while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
            days.Add(day);
        }

        Calendar = new TradingCalendar(days);
        Symbols = Risks.Names(prices.Length);
        _fields[Field.AdjustedClose] = _fields[Field.AdjustedOpen] = prices;
    }

    public float[][] Prices { get; }

    public TradingCalendar Calendar { get; }

    public Symbol[] Symbols { get; }

    /// <summary>Weights held before each decision, by day, then name.</summary>
    public List<double[]> Held { get; } = [];

    /// <summary>The targets, by day.</summary>
    public List<TargetWeights> Targets { get; } = [];

    /// <summary>Net asset value before each decision.</summary>
    public List<decimal> Values { get; } = [];

    /// <summary>Sales that the market refuses, by day of dealing and name.</summary>
    public Func<int, int, bool> Blocked { get; init; } = (_, _) => false;

    public Stage With(Field field, params float[][] values)
    {
        _fields[field] = values;
        return this;
    }

    public DecisionContext Context(int day, Holdings holdings, Clock clock = Clock.NextMorning)
    {
        PanelAxes axes = new(Calendar, Symbols);
        Panel all = new(axes, _fields.Select(f => KeyValuePair.Create(f.Key, FieldMatrix.Create(axes.Days, axes.Count, (t, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = f.Value[i][t];
        }))));
        DateOnly next = day + 1 < Calendar.Count ? Calendar[day + 1] : Calendar[day].AddDays(1);
        return new DecisionContext(Calendar[day], next, clock, all.AsKnownAt(Calendar[day], clock), holdings);
    }

    /// <summary>Plays the days from <paramref name="first"/>.</summary>
    public Stage Play(ITargetSource source, int first = 0, decimal cash = 1_000_000m)
    {
        Held.Clear();
        Targets.Clear();
        Values.Clear();
        long[] shares = new long[Symbols.Length];
        for (int t = first; t < Calendar.Count; t++)
        {
            Holdings holdings = new(cash, 0m, Enumerable.Range(0, shares.Length).Where(i => shares[i] > 0).Select(i => new Holding(Symbols[i], shares[i], shares[i], (decimal)Prices[i][t])));
            TargetWeights target = source.Decide(Context(t, holdings));
            Held.Add([.. Symbols.Select(holdings.WeightOf)]);
            Targets.Add(target);
            Values.Add(holdings.NetAssetValue);
            if (target.KeepReason is not null || t + 1 == Calendar.Count) continue;
            for (int i = 0; i < shares.Length; i++)
            {
                long wanted = (long)((decimal)target[Symbols[i]] * holdings.NetAssetValue / (decimal)Prices[i][t]);
                if (wanted < shares[i] && Blocked(t + 1, i)) wanted = shares[i];
                cash -= (wanted - shares[i]) * (decimal)Prices[i][t + 1];
                shares[i] = wanted;
            }
        }

        return this;
    }

    /// <summary>Wants given weights on some days and keeps on the others.</summary>
    public static ITargetSource Wants(Stage stage, params (int Day, double[] Weights)[] plan) => new Plan(stage, plan.ToDictionary(p => p.Day, p => p.Weights), null);

    /// <summary>Wants the same weights every day.</summary>
    public static ITargetSource Always(Stage stage, params double[] weights) => new Plan(stage, [], weights);

    private sealed class Plan(Stage stage, Dictionary<int, double[]> days, double[]? always) : ITargetSource
    {
        public string Name => "plan";

        public TargetWeights Decide(DecisionContext context) =>
            (days.GetValueOrDefault(stage.Calendar.IndexOf(context.Today)) ?? always) is { } weights
                ? TargetWeights.From(stage.Symbols.Zip(weights, KeyValuePair.Create))
                : TargetWeights.Keep("nothing planned");
    }
}
