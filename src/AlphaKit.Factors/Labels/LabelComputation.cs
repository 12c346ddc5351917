namespace AlphaKit.Factors;

/// <summary>Computes labels. The label of row T reads rows T + 1 to T + 1 + days and, for the universe mean, the members of T.</summary>
internal static class LabelComputation
{
    /// <summary>Prices are whole cents; less than half a cent apart is the same price.</summary>
    private const float HalfCent = 0.005f;

    public static IReadOnlyList<Field> SuspensionFields { get; } = [Field.IsSuspended];

    public static IReadOnlyList<Field> LimitFields { get; } = [Field.Open, Field.High, Field.Low, Field.LimitUp];

    public static LabelValues Run(Label label, Panel panel, CancellationToken cancellationToken)
    {
        FieldMatrix price = panel[label.PriceField];
        int days = panel.Axes.Days, count = panel.Axes.Count;
        if (days <= label.Horizon) throw new InsufficientDataException($"trading days for {label}", label.Horizon + 1, days);

        List<string> notes = [];
        bool checks = label.Entry == EntryPolicy.DropUntradable;
        bool seesSuspension = checks && Sees(panel, SuspensionFields, "suspended entries are dropped only where the price is missing", notes);
        bool seesLimits = checks && Sees(panel, LimitFields, "entries locked at the upper limit are not dropped", notes);

        FieldMatrix? suspended = seesSuspension ? panel[Field.IsSuspended] : null;
        FieldMatrix[]? limits = seesLimits ? [.. LimitFields.Select(f => panel[f])] : null;
        FieldMatrixBuilder values = new(days, count);
        LabelStatus[] status = new LabelStatus[checked(days * count)];
        for (int t = 0; t < days; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<LabelStatus> reasons = status.AsSpan(t * count, count);
            int entry = t + label.EntryDelay, exit = t + label.Horizon;
            if (exit >= days)
            {
                reasons.Fill(LabelStatus.BeyondData);
                continue;
            }

            double over = label.Benchmark?.Return(panel.Calendar[entry], panel.Calendar[exit]) ?? 0;
            Span<float> row = values.Row(t);
            for (int i = 0; i < count; i++)
            {
                if (suspended is not null && suspended[entry, i] == 1) reasons[i] = LabelStatus.Suspended;
                else if (!IsPrice(price.Row(entry)[i])) reasons[i] = LabelStatus.NoEntryPrice;
                else if (limits is not null && IsLocked(label, limits, entry, i)) reasons[i] = LabelStatus.LimitUp;
                else reasons[i] = Return(label, price, entry, exit, i, over, out row[i]);
            }

            if (label.Excess == LabelExcess.CrossSectionMean) TakeOutMean(row, reasons, panel.Members.Row(t));
        }

        return new LabelValues(label, panel.Axes, panel.Members, values.Build(), status, notes);
    }

    private static LabelStatus Return(Label label, FieldMatrix price, int entry, int exit, int column, double over, out float result)
    {
        result = float.NaN;
        int last = exit;
        while (!IsPrice(price[last, column])) last--;
        if (last < exit && label.Exit == ExitPolicy.Drop) return LabelStatus.NoExitPrice;
        float value = (float)(((double)price[last, column] / price[entry, column]) - 1 - over);
        if (!float.IsFinite(value)) return LabelStatus.NoExitPrice;
        result = value;
        return last < exit ? LabelStatus.KnownAtLastPrice : LabelStatus.Known;
    }

    private static bool IsPrice(float price) => price > 0 && float.IsFinite(price);

    /// <summary>Every trade of the day at the upper limit; for an entry at the open the opening auction decides.</summary>
    private static bool IsLocked(Label label, FieldMatrix[] limits, int row, int column)
    {
        (FieldMatrix open, FieldMatrix high, FieldMatrix low, FieldMatrix limitUp) = (limits[0], limits[1], limits[2], limits[3]);
        float limit = limitUp[row, column];
        if (float.IsNaN(limit)) return false;
        return label.Price == LabelPrice.AdjustedOpen ? AtLimit(open) : AtLimit(open) && AtLimit(high) && AtLimit(low);

        bool AtLimit(FieldMatrix price) => price[row, column] > limit - HalfCent;
    }

    private static bool Sees(Panel panel, IReadOnlyList<Field> fields, string otherwise, List<string> notes)
    {
        Field[] missing = [.. fields.Where(f => !panel.Has(f))];
        if (missing.Length > 0) notes.Add($"The panel has no {string.Join(", ", missing.Select(f => f.Name))}: {otherwise}.");
        return missing.Length == 0;
    }

    private static void TakeOutMean(Span<float> row, Span<LabelStatus> reasons, ReadOnlySpan<bool> members)
    {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (!members[i] || float.IsNaN(row[i])) continue;
            sum += row[i];
            n++;
        }

        for (int i = 0; i < row.Length; i++)
        {
            if (float.IsNaN(row[i])) continue;
            row[i] = n == 0 ? float.NaN : (float)(row[i] - (sum / n));
            if (n == 0) reasons[i] = LabelStatus.NoMean;
        }
    }
}
