namespace AlphaKit.Factors;

internal sealed class IndustryAndSizeStep(string[] sizeFactors) : CrossSectionStep
{
    /// <summary>Residuals below this share of the factor's own magnitude are rounding: values arrive as float, with 24 bits.</summary>
    private const double Rounding = 4.0 / (1 << 24);

    public override string Name => $"Neutralise.IndustryAndSize({string.Join(", ", sizeFactors)})";

    public override IReadOnlyList<Field> FieldsAmong(Func<Field, bool> has)
    {
        List<Field> fields = [];
        if (has(Field.Industry)) fields.Add(Field.Industry);
        if (SizeField(has) is { } size) fields.Add(size);
        return fields.Count > 0 ? fields : throw new FieldNotAvailableException(
            Field.Industry,
            $"{Name} needs {Field.Industry}, {Field.MarketCap} or {Field.FloatMarketCap}, and none is there; query the panel with the RequiredFields of the set that has the step.");
    }

    public override IReadOnlyList<string> NotesAmong(Func<Field, bool> has)
    {
        List<string> notes = [];
        if (!has(Field.Industry)) notes.Add($"{Name}: there is no field {Field.Industry}; neutralised on size only.");
        if (SizeField(has) is not { } size) notes.Add($"{Name}: there is no market value; neutralised on industry only.");
        else if (!size.Equals(Field.MarketCap)) notes.Add($"{Name}: size is {size}, as {Field.MarketCap} is not there.");
        return notes;
    }

    public override StepOutcome Apply(CrossSection day)
    {
        bool exempt = Array.IndexOf(sizeFactors, day.Factor) >= 0;
        Field? sizeField = exempt ? null : SizeField(day.Has);
        bool byIndustry = day.Has(Field.Industry);
        if (sizeField is null && !byIndustry) return StepOutcome.Unchanged;

        ReadOnlySpan<float> industries = byIndustry ? day[Field.Industry] : default;
        ReadOnlySpan<float> caps = sizeField is null ? default : day[sizeField];
        Span<double> values = day.Values;
        int[] groups = new int[values.Length], where = new int[values.Length];
        double[] y = new double[values.Length], size = new double[values.Length];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            float group = byIndustry ? industries[i] : 0;
            float cap = sizeField is null ? 1 : caps[i];
            y[count] = values[i];
            values[i] = double.NaN;
            if (float.IsNaN(group) || !(cap > 0) || float.IsInfinity(cap)) continue;
            groups[count] = (int)group;
            size[count] = Math.Log(cap);
            where[count++] = i;
        }

        if (count < 2) return StepOutcome.AllMissing;
        int groupCount = Densify(groups.AsSpan(0, count));
        double magnitude = RootMeanSquare(y.AsSpan(0, count));
        TakeOutGroupMeans(y.AsSpan(0, count), groups, groupCount);
        double sizeMagnitude = RootMeanSquare(size.AsSpan(0, count));
        TakeOutGroupMeans(size.AsSpan(0, count), groups, groupCount);
        double left = RootMeanSquare(size.AsSpan(0, count));
        if (left > Rounding * sizeMagnitude) Project(y.AsSpan(0, count), size.AsSpan(0, count), groups, groupCount);

        if (!(RootMeanSquare(y.AsSpan(0, count)) > Rounding * magnitude)) return StepOutcome.AllMissing;
        for (int k = 0; k < count; k++) values[where[k]] = y[k];
        return StepOutcome.Done;
    }

    private static Field? SizeField(Func<Field, bool> has) =>
        has(Field.MarketCap) ? Field.MarketCap : has(Field.FloatMarketCap) ? Field.FloatMarketCap : null;

    /// <summary>Numbers the groups from 0 in order of appearance; the result is how many there are.</summary>
    private static int Densify(Span<int> groups)
    {
        Dictionary<int, int> ids = [];
        foreach (ref int group in groups)
        {
            if (!ids.TryGetValue(group, out int id)) ids.Add(group, id = ids.Count);
            group = id;
        }

        return ids.Count;
    }

    /// <summary>Takes out the mean of each group, summed as differences from the group's first value so that equal values give exactly 0.</summary>
    private static void TakeOutGroupMeans(Span<double> values, ReadOnlySpan<int> groups, int groupCount)
    {
        Span<(double Origin, double Sum, int Count)> totals = new (double, double, int)[groupCount];
        for (int k = 0; k < values.Length; k++)
        {
            ref (double Origin, double Sum, int Count) total = ref totals[groups[k]];
            if (total.Count++ == 0) total.Origin = values[k];
            total.Sum += values[k] - total.Origin;
        }

        for (int k = 0; k < values.Length; k++)
        {
            (double origin, double sum, int n) = totals[groups[k]];
            values[k] = values[k] - origin - (sum / n);
        }
    }

    /// <summary>Takes out the part along <paramref name="x"/>, twice: the second round removes what rounding left of the first.</summary>
    private static void Project(Span<double> y, ReadOnlySpan<double> x, ReadOnlySpan<int> groups, int groupCount)
    {
        for (int round = 0; round < 2; round++)
        {
            double xx = 0, xy = 0;
            for (int k = 0; k < y.Length; k++)
            {
                xx += x[k] * x[k];
                xy += x[k] * y[k];
            }

            for (int k = 0; k < y.Length; k++) y[k] -= xy / xx * x[k];
            TakeOutGroupMeans(y, groups, groupCount);
        }
    }

    private static double RootMeanSquare(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values) sum += v * v;
        return Math.Sqrt(sum / values.Length);
    }
}
