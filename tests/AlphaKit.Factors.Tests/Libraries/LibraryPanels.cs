namespace AlphaKit.Factors.Tests.Libraries;

/// <summary>Panels with every field that the published libraries read.</summary>
internal static class LibraryPanels
{
    /// <summary>
    /// No gap, every share in the universe and in one of five industries, ex-right steps; prices swing around one level, so that the order of
    /// the shares changes every day and correlations of ranks are never flat for long.
    /// </summary>
    public static Panel Complete(int days, int count, ulong seed)
    {
        RandomStream random = RandomStream.Create(seed, "published factors");
        Field[] fields =
        [
            Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Volume, Field.Amount,
            Field.AdjFactor, Field.MarketCap, Field.Industry,
        ];
        Dictionary<Field, float[]> values = fields.ToDictionary(f => f, _ => new float[days * count]);
        for (int i = 0; i < count; i++)
        {
            double factor = 1;
            for (int t = 0; t < days; t++)
            {
                double open = 10 * Math.Exp(0.05 * random.NextNormal()), close = 10 * Math.Exp(0.05 * random.NextNormal());
                double high = Math.Max(open, close) * (1.001 + (0.02 * random.NextDouble())), low = Math.Min(open, close) * (0.999 - (0.02 * random.NextDouble()));
                double mean = low + ((high - low) * random.NextDouble()), volume = Math.Round(1e6 * Math.Exp(0.5 * random.NextNormal()));
                if (random.NextInt32(100) == 0) factor *= 1.25;
                Set(Field.AdjustedOpen, open);
                Set(Field.AdjustedHigh, high);
                Set(Field.AdjustedLow, low);
                Set(Field.AdjustedClose, close);
                Set(Field.AdjustedVwap, mean);
                Set(Field.Volume, volume * factor);
                Set(Field.Amount, volume * mean);
                Set(Field.AdjFactor, factor);
                Set(Field.MarketCap, 1e9 * close * (1 + i));
                Set(Field.Industry, i % 5);

                void Set(Field field, double value) => values[field][(t * count) + i] = (float)value;
            }
        }

        return new Panel(
            TestPanels.Axes(days, count), values.Select(v => new KeyValuePair<Field, FieldMatrix>(v.Key, FieldMatrix.FromRowMajor(v.Value, days, count))));
    }

    /// <summary>The rows <paramref name="from"/> … <paramref name="to"/> of a panel as a panel of their own.</summary>
    public static Panel Rows(this Panel panel, int from, int to) => panel.Between(panel.Calendar[from], panel.Calendar[to]);

    /// <summary>The first shares of a panel.</summary>
    public static Panel Columns(this Panel panel, int count)
    {
        PanelAxes axes = new(panel.Calendar, panel.Symbols.Take(count));
        IEnumerable<KeyValuePair<Field, FieldMatrix>> fields = panel.Fields.Select(f => new KeyValuePair<Field, FieldMatrix>(
            f, FieldMatrix.Create(panel.Axes.Days, count, (t, row) => panel[f].Row(t)[..count].CopyTo(row))));
        return new Panel(axes, fields, Membership.Create(panel.Axes.Days, count, (t, row) => panel.Members.Row(t)[..count].CopyTo(row)));
    }

    /// <summary>The panel with garbage in one row of every field.</summary>
    public static Panel WithGarbageIn(this Panel panel, int garbage)
    {
        RandomStream random = RandomStream.Create(98, "garbage");
        foreach (Field field in panel.Fields)
        {
            FieldMatrix clean = panel[field];
            panel = panel.With(field, FieldMatrix.Create(clean.Rows, clean.Columns, (t, row) =>
            {
                clean.Row(t).CopyTo(row);
                if (t != garbage) return;
                for (int i = 0; i < row.Length; i++) row[i] = random.NextInt32(4) == 0 ? float.NaN : (float)random.NextDouble(-1e6, 1e6);
            }));
        }

        return panel;
    }

    /// <summary>How many cells of the last row differ, bit for bit; two missing values are the same.</summary>
    public static int Different(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        int different = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(a[i]) != BitConverter.SingleToInt32Bits(b[i]) && !(float.IsNaN(a[i]) && float.IsNaN(b[i]))) different++;
        }

        return different;
    }
}
