namespace AlphaKit.Backtest;

/// <summary>
/// Target weights that are known before the run, by the day of their decision: dealt on the trading day after it, whatever
/// <see cref="BacktestOptions.Schedule"/> says. Everything about them is checked before the run starts, and they cost next to nothing during it.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class WeightsByDate : ITargetSource
{
    private readonly Dictionary<DateOnly, TargetWeights> _targets = [];

    private WeightsByDate(string name, Symbol[] symbols, IReadOnlyList<Day> days, Universe universe)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Symbols = symbols;
        Days = days;
        Universe = universe;
        HashSet<DateOnly> decided = [.. days.Select(d => d.Decided)];
        Schedule = Schedule.After(decided);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The universe of the benchmark, if none is named.</summary>
    public Universe Universe { get; }

    /// <summary>The trading days after those of the decisions.</summary>
    public Schedule Schedule { get; }

    /// <summary>The days of the decisions, ascending.</summary>
    public IReadOnlyList<DateOnly> Dates => [.. Days.Select(d => d.Decided)];

    /// <summary>All symbols that a day may name, ascending.</summary>
    internal Symbol[] Symbols { get; }

    internal IReadOnlyList<Day> Days { get; }

    /// <summary>Takes weights as they are.</summary>
    /// <param name="name">Name, for reports.</param>
    /// <param name="weights">Weights by the day of the decision; <see cref="TargetWeights.Cash"/> sells everything.</param>
    /// <param name="universe">The universe of the benchmark, if none is named; null for <see cref="Universe.AShares"/>.</param>
    /// <exception cref="ArgumentException">There is no day, or a day keeps the holdings instead of naming weights.</exception>
    public static WeightsByDate From(string name, IEnumerable<KeyValuePair<DateOnly, TargetWeights>> weights, Universe? universe = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        List<Day> days = [];
        KeyValuePair<DateOnly, TargetWeights>[] targets = [.. weights.OrderBy(w => w.Key)];
        Symbol[] symbols = [.. targets.Where(w => w.Value is not null).SelectMany(w => w.Value.Items).Select(i => i.Key).Distinct().Order()];
        foreach ((DateOnly date, TargetWeights target) in targets)
        {
            ArgumentNullException.ThrowIfNull(target, nameof(weights));
            if (target.KeepReason is not null) throw new ArgumentException($"The weights of {date:yyyy-MM-dd} keep the holdings ({target.KeepReason}): leave the day out instead.", nameof(weights));
            if (days.Count > 0 && days[^1].Decided == date) throw new ArgumentException($"{date:yyyy-MM-dd} has two targets.", nameof(weights));
            days.Add(new Day(date, [.. target.Items.Select(i => Array.BinarySearch(symbols, i.Key))], [.. target.Items.Select(i => i.Value)], target.Invested));
        }

        if (days.Count == 0) throw new ArgumentException($"'{name}' holds no weights: at least one day is needed.", nameof(weights));
        return new WeightsByDate(name, symbols, days, universe ?? Universe.AShares);
    }

    /// <summary>
    /// The best scores of every given day in equal weights; ties go to the lower symbol. A share without a score is not chosen; a day with fewer
    /// scores than names holds all of them at the same weight each, the rest in cash.
    /// </summary>
    /// <param name="scores">The scores, higher is better.</param>
    /// <param name="names">How many names, at least 1.</param>
    /// <param name="dates">The days of the decisions; days without a row of scores are refused.</param>
    /// <param name="invested">Fraction invested when there are enough names, above 0 to 1.</param>
    /// <param name="universe">The universe of the benchmark, if none is named; null for <see cref="Universe.AShares"/>.</param>
    /// <exception cref="DateNotInCalendarException">A day has no row of scores.</exception>
    public static WeightsByDate Best(Scores scores, int names, IEnumerable<DateOnly> dates, double invested = 1, Universe? universe = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(names);
        if (!(invested > 0 && invested <= 1)) throw new ArgumentOutOfRangeException(nameof(invested), invested, "Must be above 0 and at most 1.");
        Selection selection = new(scores.Axes.Count, names);
        Symbol[] symbols = [.. scores.Axes.Symbols];
        List<Day> days = [];
        double[] weights = [];
        foreach (DateOnly date in dates.Order())
        {
            if (days.Count > 0 && days[^1].Decided == date) throw new ArgumentException($"{date:yyyy-MM-dd} is given twice.", nameof(dates));
            int[] chosen = selection.Best(scores.Values.Row(scores.Axes.Calendar.IndexOf(date))).ToArray();
            if (weights.Length != chosen.Length)
            {
                weights = new double[chosen.Length];
                Array.Fill(weights, invested / names);
            }

            days.Add(new Day(date, chosen, weights, invested * chosen.Length / names));
        }

        if (days.Count == 0) throw new ArgumentException("No day is given.", nameof(dates));
        return new WeightsByDate($"best {names} of {scores.Name}", symbols, days, universe ?? Universe.AShares);
    }

    /// <summary>The weights of a day; keeps the holdings on days without any.</summary>
    /// <param name="context">The decision.</param>
    public TargetWeights Decide(DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        lock (_targets)
        {
            if (_targets.TryGetValue(context.Today, out TargetWeights? known)) return known;
            Day? day = Days.FirstOrDefault(d => d.Decided == context.Today);
            return _targets[context.Today] = day is null
                ? TargetWeights.Keep("no weights are given for this day")
                : TargetWeights.From(day.Columns.Select(c => Symbols[c]).Zip(day.Weights, KeyValuePair.Create));
        }
    }

    /// <summary>The weights of one day, ascending by place among <see cref="Symbols"/>; days may share their arrays.</summary>
    internal sealed record Day(DateOnly Decided, int[] Columns, double[] Weights, double Invested);
}
