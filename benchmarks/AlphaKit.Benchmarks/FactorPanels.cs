using AlphaKit.Factors;

namespace AlphaKit.Benchmarks;

/// <summary>Random walks with the fields of Alpha158: dense, or with late listings, suspensions and one-price days as the market has them.</summary>
internal static class FactorPanels
{
    public static Panel Make(int days, int shares, bool gaps, ulong seed = 7)
    {
        PanelAxes axes = new(
            new TradingCalendar(Enumerable.Range(0, days).Select(d => new DateOnly(2015, 1, 5).AddDays((d / 5 * 7) + (d % 5)))),
            Enumerable.Range(1, shares).Select(i => Symbol.From(600000 + i, Exchange.Shanghai)));
        Field[] fields = [Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Volume, Field.AdjFactor];
        FieldMatrixBuilder[] values = [.. fields.Select(_ => new FieldMatrixBuilder(days, shares))];
        double[] last = new double[shares];
        RandomStream random = RandomStream.Create(seed, "benchmarks/factor panels");
        int[] listed = new int[shares], suspended = new int[shares];
        for (int i = 0; i < shares; i++)
        {
            last[i] = random.NextDouble(3, 80);
            listed[i] = gaps && random.NextInt32(5) == 0 ? random.NextInt32(days) : 0;
        }

        for (int t = 0; t < days; t++)
        {
            for (int i = 0; i < shares; i++)
            {
                // A suspension begins about once in two years and lasts up to a month.
                if (gaps && suspended[i] == 0 && random.NextInt32(500) == 0) suspended[i] = 1 + random.NextInt32(20);
                double open = last[i] * (1 + (0.01 * (random.NextDouble() - 0.5))), close = open * (1 + (0.06 * (random.NextDouble() - 0.5)));
                if (gaps && random.NextInt32(200) == 0) open = close = last[i];
                double high = Math.Max(open, close) * (1 + (0.01 * random.NextDouble())), low = Math.Min(open, close) * (1 - (0.01 * random.NextDouble()));
                if (open == close) high = low = close;
                last[i] = Math.Clamp(close, 0.5, 500);
                if (t < listed[i] || suspended[i] > 0)
                {
                    suspended[i] = Math.Max(0, suspended[i] - 1);
                    continue;
                }

                values[0].Row(t)[i] = (float)open;
                values[1].Row(t)[i] = (float)high;
                values[2].Row(t)[i] = (float)low;
                values[3].Row(t)[i] = (float)close;
                values[6].Row(t)[i] = 1;
                values[4].Row(t)[i] = (float)((high + low + close) / 3);
                values[5].Row(t)[i] = (float)Math.Round(1e5 + (random.NextDouble() * random.NextDouble() * 1e7));
            }
        }

        return new Panel(axes, fields.Select((f, k) => new KeyValuePair<Field, FieldMatrix>(f, values[k].Build())));
    }

    public static Panel Days(this Panel panel, int first, int count) => panel.Between(panel.Calendar[first], panel.Calendar[first + count - 1]);
}
