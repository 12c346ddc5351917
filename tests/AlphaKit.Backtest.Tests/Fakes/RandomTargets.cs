namespace AlphaKit.Backtest.Tests;

/// <summary>Wants random weights, from a seed and the day; or, on request, weights that follow the newest closing prices it can see.</summary>
internal sealed class RandomTargets(ulong seed) : ITargetSource
{
    public string Name => $"random {seed}";

    public IReadOnlyList<Field> RequiredFields => [Field.Close];

    /// <summary>How many names at most.</summary>
    public int Names { get; init; } = 4;

    /// <summary>Whether the weights depend on prices.</summary>
    public bool FollowPrices { get; init; }

    public TargetWeights Decide(DecisionContext context)
    {
        RandomStream random = RandomStream.Create(seed, $"targets/{context.Today:yyyyMMdd}");
        if (Names <= 4 && random.NextDouble() < 0.1) return TargetWeights.Keep("random");
        int[] columns = [.. Enumerable.Range(0, context.Past.Axes.Count)];
        random.Shuffle(columns.AsSpan());
        int count = Names <= 4 ? random.NextInt32(Names + 1) : Names;
        double invested = Names <= 4 ? random.NextDouble() : 1;
        double[] raw = [.. columns.Take(count).Select(c => Names > 4 ? 1 : FollowPrices ? Last(context.Past, c) : 0.1 + random.NextDouble())];
        double sum = raw.Sum();
        return TargetWeights.From(Enumerable.Range(0, count).Select(i => KeyValuePair.Create(context.Past.Symbols[columns[i]], invested * raw[i] / sum)));
    }

    private static double Last(Panel past, int column)
    {
        FieldMatrix close = past[Field.Close];
        for (int t = close.Rows - 1; t >= 0; t--)
        {
            if (close[t, column] > 0) return close[t, column];
        }

        return 1;
    }
}
