using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

/// <summary>Features and labels from plain numbers: features[k][t][i], prices[t][i].</summary>
internal sealed class Study
{
    public Study(int days, int names, int features, DateOnly? first = null)
    {
        List<DateOnly> dates = [];
        for (DateOnly d = first ?? new DateOnly(2017, 1, 3); dates.Count < days; d = d.AddDays(1))
        {
            if (d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) dates.Add(d);
        }

        Axes = new PanelAxes(new TradingCalendar(dates), Enumerable.Range(1, names).Select(i => Symbol.From(600_000 + i, Exchange.Shanghai)));
        Features = [.. Enumerable.Range(0, features).Select(_ => Matrix(days, names, float.NaN))];
        Prices = Matrix(days, names, 100f);
        Outside = new bool[days, names];
    }

    public PanelAxes Axes { get; }

    public float[][][] Features { get; private init; }

    public float[][] Prices { get; private init; }

    public bool[,] Outside { get; private init; }

    public Clock KnownAt { get; init; } = Clock.Close;

    /// <summary>Normal features; the return from T + 1 to T + 2 is scale · (signal · feature 0 of T + noise).</summary>
    public static Study Random(ulong seed, int days, int names, int features, double signal)
    {
        RandomStream random = RandomStream.Create(seed, "study");
        Study s = new(days, names, features);
        for (int t = 0; t < days; t++)
        {
            for (int i = 0; i < names; i++)
            {
                for (int k = 0; k < features; k++) s.Features[k][t][i] = (float)random.NextNormal();
                double foreseen = t >= 2 ? signal * s.Features[0][t - 2][i] : 0;
                double noise = Math.Sqrt(1 - (signal * signal)) * random.NextNormal();
                if (t > 0) s.Prices[t][i] = (float)(s.Prices[t - 1][i] * (1 + (0.01 * (foreseen + noise))));
            }
        }

        return s;
    }

    public FeatureTensor X()
    {
        Membership members = Membership.Create(Axes.Days, Axes.Count, (t, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = !Outside[t, i];
        });
        return new FeatureTensor(
            Features.Select((f, k) => new FactorValues($"f{k}", Axes, FieldMatrix.Create(Axes.Days, Axes.Count, (t, row) =>
            {
                for (int i = 0; i < row.Length; i++) row[i] = Outside[t, i] ? float.NaN : f[t][i];
            }), KnownAt)),
            members);
    }

    public LabelValues Y(int days = 1) => (Label.ForwardReturn(days) with { Entry = EntryPolicy.KeepAll }).Compute(Panel());

    public Panel Panel() => new(Axes, [new(Field.AdjustedClose, FieldMatrix.Create(Axes.Days, Axes.Count, (t, row) => Prices[t].CopyTo(row)))]);

    /// <summary>The same study with everything after a row replaced: other features, other prices.</summary>
    public Study PoisonedAfter(int row)
    {
        RandomStream random = RandomStream.Create(99, "poison");
        Study s = new(Axes.Days, Axes.Count, Features.Length) { Outside = Outside, KnownAt = KnownAt };
        for (int t = 0; t < Axes.Days; t++)
        {
            for (int i = 0; i < Axes.Count; i++)
            {
                for (int k = 0; k < Features.Length; k++) s.Features[k][t][i] = t <= row ? Features[k][t][i] : (float)(50 * random.NextNormal());
                s.Prices[t][i] = t <= row ? Prices[t][i] : (float)(1 + (1000 * random.NextDouble()));
            }
        }

        return s;
    }

    /// <summary>The same study with another universe after a row.</summary>
    public Study WithOtherMembersAfter(int row)
    {
        RandomStream random = RandomStream.Create(98, "members");
        bool[,] outside = (bool[,])Outside.Clone();
        for (int t = row + 1; t < Axes.Days; t++)
        {
            for (int i = 0; i < Axes.Count; i++) outside[t, i] = random.NextDouble() < 0.3;
        }

        return new Study(Axes.Days, Axes.Count, Features.Length) { Features = Features, Prices = Prices, Outside = outside, KnownAt = KnownAt };
    }

    private static float[][] Matrix(int days, int names, float value) =>
        [.. Enumerable.Range(0, days).Select(_ => Enumerable.Repeat(value, names).ToArray())];
}
