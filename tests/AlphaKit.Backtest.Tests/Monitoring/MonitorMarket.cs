namespace AlphaKit.Backtest.Tests;

/// <summary>Scores whose rank correlation with their labels is planted, and may die on a day.</summary>
internal static class MonitorMarket
{
    public static PanelAxes Axes(int days, int names)
    {
        List<DateOnly> dates = [];
        for (DateOnly day = new(2020, 1, 2); dates.Count < days; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) dates.Add(day);
        }

        return new PanelAxes(new TradingCalendar(dates), Enumerable.Range(1, names).Select(i => Symbol.Parse(FormattableString.Invariant($"{600000 + i}.SH"))));
    }

    /// <summary>label = loading × score + noise, both of deviation 1 or so; loading is <paramref name="before"/> up to the day, <paramref name="after"/> from it.</summary>
    public static MonitorInput Create(ulong seed, int days = 300, int names = 100, double before = 0.05, double after = 0.05, int dies = int.MaxValue, int matures = 5)
    {
        RandomStream random = RandomStream.Create(seed, "monitor");
        float[] scores = new float[days * names], labels = new float[days * names];
        for (int t = 0; t < days; t++)
        {
            // A part of the noise is common to all names in proportion to their scores, so that daily ICs scatter as they do in a market.
            double wave = 0.08 * random.NextNormal();
            for (int i = 0; i < names; i++)
            {
                double score = random.NextNormal();
                scores[(t * names) + i] = (float)score;
                labels[(t * names) + i] = (float)((((t < dies ? before : after) + wave) * score) + random.NextNormal());
            }
        }

        PanelAxes axes = Axes(days, names);
        return new MonitorInput { Name = "model", Axes = axes, Scores = FieldMatrix.FromRowMajor(scores, days, names), Labels = FieldMatrix.FromRowMajor(labels, days, names), MaturityDays = matures };
    }

    /// <summary>A copy of a matrix with some cells changed.</summary>
    public static FieldMatrix Change(this FieldMatrix matrix, Func<int, int, float, float> change)
    {
        float[] values = matrix.ToRowMajorArray();
        for (int k = 0; k < values.Length; k++) values[k] = change(k / matrix.Columns, k % matrix.Columns, values[k]);
        return FieldMatrix.FromRowMajor(values, matrix.Rows, matrix.Columns);
    }
}
