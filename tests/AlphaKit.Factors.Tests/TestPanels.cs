namespace AlphaKit.Factors.Tests;

/// <summary>Panels for tests: random ones, and small ones written out by hand.</summary>
internal static class TestPanels
{
    public static readonly DateOnly FirstDay = new(2020, 1, 6);

    public static PanelAxes Axes(int days, int count) => new(
        new TradingCalendar(Enumerable.Range(0, days).Select(d => FirstDay.AddDays((d / 5 * 7) + (d % 5)))),
        Enumerable.Range(1, count).Select(i => Symbol.From(600000 + i, Exchange.Shanghai)));

    /// <summary>Every field that the package's factors, steps and labels read, as a seeded random walk.</summary>
    /// <param name="days">Rows.</param>
    /// <param name="count">Columns.</param>
    /// <param name="gaps">Chance that a share does not trade on a day: everything but the open-clock flags is missing then.</param>
    /// <param name="outside">Chance that a share is outside the universe on a day.</param>
    /// <param name="seed">Seed.</param>
    public static Panel Random(int days, int count, double gaps = 0, double outside = 0, ulong seed = 1)
    {
        RandomStream random = RandomStream.Create(seed, "test panel");
        PanelAxes axes = Axes(days, count);
        Field[] fields =
        [
            Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Open, Field.High, Field.Low,
            Field.LimitUp, Field.IsSuspended, Field.Volume, Field.Amount, Field.TurnoverRate, Field.VolumeRatio, Field.MarketCap, Field.Industry,
            Field.LargeBuyAmount, Field.LargeSellAmount, Field.ExtraLargeBuyAmount, Field.ExtraLargeSellAmount,
        ];
        Dictionary<Field, float[]> values = fields.ToDictionary(f => f, _ => new float[days * count]);
        for (int i = 0; i < count; i++)
        {
            double price = random.NextDouble(5, 50), shares = random.NextDouble(1e8, 1e10);
            for (int t = 0; t < days; t++)
            {
                int at = (t * count) + i;
                double before = price;
                price *= Math.Exp(0.02 * random.NextNormal());
                double high = Math.Max(before, price) * (1 + (0.01 * random.NextDouble())), low = Math.Min(before, price) * (1 - (0.01 * random.NextDouble()));
                double amount = random.NextDouble(1e7, 1e9);
                bool gap = random.NextDouble() < gaps;
                Set(Field.AdjustedOpen, before);
                Set(Field.AdjustedHigh, high);
                Set(Field.AdjustedLow, low);
                Set(Field.AdjustedClose, price);
                Set(Field.AdjustedVwap, (high + low) / 2);
                Set(Field.Open, before);
                Set(Field.High, high);
                Set(Field.Low, low);
                Set(Field.Volume, amount / price);
                Set(Field.Amount, amount);
                Set(Field.TurnoverRate, random.NextDouble(0, 0.1));
                Set(Field.VolumeRatio, random.NextDouble(0.2, 4));
                Set(Field.MarketCap, shares * price);
                Set(Field.LargeBuyAmount, amount * random.NextDouble(0, 0.2));
                Set(Field.LargeSellAmount, amount * random.NextDouble(0, 0.2));
                Set(Field.ExtraLargeBuyAmount, amount * random.NextDouble(0, 0.2));
                Set(Field.ExtraLargeSellAmount, amount * random.NextDouble(0, 0.2));
                values[Field.LimitUp][at] = (float)(before * 1.1);
                values[Field.IsSuspended][at] = gap ? 1 : 0;
                values[Field.Industry][at] = i % 5;

                void Set(Field field, double value) => values[field][at] = gap ? float.NaN : (float)value;
            }
        }

        Membership members = Membership.Create(days, count, (_, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = random.NextDouble() >= outside;
        });
        return new Panel(axes, values.Select(v => new KeyValuePair<Field, FieldMatrix>(v.Key, FieldMatrix.FromRowMajor(v.Value, days, count))), members);
    }

    /// <summary>One field, one row of numbers per day.</summary>
    public static Panel Of(Field field, float[][] rows, Membership? members = null) => Of([(field, rows)], members);

    public static Panel Of((Field Field, float[][] Rows)[] fields, Membership? members = null) => new(
        Axes(fields[0].Rows.Length, fields[0].Rows[0].Length),
        fields.Select(f => new KeyValuePair<Field, FieldMatrix>(f.Field, FieldMatrix.FromRowMajor([.. f.Rows.SelectMany(r => r)], f.Rows.Length, f.Rows[0].Length))),
        members);

    /// <summary>One field of one symbol over time.</summary>
    public static Panel Series(Field field, params IEnumerable<double> values) => Of(field, [.. values.Select(v => new[] { (float)v })]);

    public static float[] Column(this FieldMatrix matrix, int column) => [.. Enumerable.Range(0, matrix.Rows).Select(t => matrix[t, column])];

    public static Panel Only(this Panel panel, IEnumerable<Field> fields) =>
        new(panel.Axes, fields.Select(f => new KeyValuePair<Field, FieldMatrix>(f, panel[f])), panel.Members);

    /// <summary>The panel with everything that is not known at <paramref name="clock"/> of row <paramref name="row"/> replaced by garbage.</summary>
    public static Panel PoisonedAfter(this Panel panel, int row, Clock clock)
    {
        RandomStream random = RandomStream.Create(99, "poison");
        foreach (Field field in panel.Fields)
        {
            FieldMatrix clean = panel[field];
            panel = panel.With(field, FieldMatrix.Create(clean.Rows, clean.Columns, (t, values) =>
            {
                clean.Row(t).CopyTo(values);
                if (t < row || (t == row && field.KnownAt <= clock)) return;
                for (int i = 0; i < values.Length; i++) values[i] = random.NextInt32(4) == 0 ? float.NaN : (float)random.NextDouble(-1e6, 1e6);
            }));
        }

        Membership members = panel.Members;
        return panel.With(Membership.Create(members.Rows, members.Columns, (t, values) =>
        {
            members.Row(t).CopyTo(values);
            if (t <= row) return;
            for (int i = 0; i < values.Length; i++) values[i] = random.NextInt32(2) == 0;
        }), panel.MembersKnownAt);
    }

    /// <summary>Fails unless both matrices hold the same bits in the rows asked for.</summary>
    public static void SameBits(FieldMatrix expected, FieldMatrix actual, int rows)
    {
        for (int t = 0; t < rows; t++)
        {
            for (int i = 0; i < expected.Columns; i++)
            {
                int a = BitConverter.SingleToInt32Bits(expected[t, i]), b = BitConverter.SingleToInt32Bits(actual[t, i]);
                if (a != b && !(float.IsNaN(expected[t, i]) && float.IsNaN(actual[t, i])))
                    Assert.Fail($"Row {t}, column {i}: {expected[t, i]:R} became {actual[t, i]:R}.");
            }
        }
    }

    /// <summary>Fails unless the value is the expected one but for float rounding, or both are missing.</summary>
    public static void Near(double expected, double actual, string where, double rounding = 1e-9)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        if (!(Math.Abs(expected - actual) <= (1e-6 * Math.Abs(expected)) + rounding)) Assert.Fail($"{where}: expected {expected:R}, got {actual:R}.");
    }
}
