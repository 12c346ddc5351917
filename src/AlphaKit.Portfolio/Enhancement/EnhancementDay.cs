using System.Globalization;

namespace AlphaKit.Portfolio;

/// <summary>The names of one decision: index members, holdings, and the best-scored of the rest that trade.</summary>
internal sealed class EnhancementDay
{
    /// <summary>The market value of a suspended share is looked for this many days back.</summary>
    public const int SizeLookback = 20;

    /// <summary>Index weights whose sum is farther from one than this are not taken for the index.</summary>
    public const double CoverageTolerance = 0.05;

    private EnhancementDay(IReadOnlyList<EnhancementName> names, string? reasonToKeep)
    {
        Names = names;
        ReasonToKeep = reasonToKeep;
    }

    /// <summary>The names, ascending by symbol.</summary>
    public IReadOnlyList<EnhancementName> Names { get; }

    /// <summary>Why nothing can be decided; null when something can.</summary>
    public string? ReasonToKeep { get; }

    public static EnhancementDay Of(DecisionContext context, Scores scores, IndexEnhancement options, Field weightField)
    {
        Holdings holdings = context.Holdings;
        if (holdings.NetAssetValue <= 0) return Keep($"net asset value is {holdings.NetAssetValue}");
        ReadOnlySpan<float> row = scores.At(context);
        if (row.IsEmpty) return Keep($"scores '{scores.Name}' have no row known on {context.Today:yyyy-MM-dd}");
        Panel past = context.Past;
        PanelAxes axes = past.Axes;
        ReadOnlySpan<float> weights = Newest(past, weightField), close = Newest(past, Field.Close), flags = Newest(past, Field.IsSuspended), industries = Newest(past, Field.Industry);
        double covered = 0;
        foreach (float w in weights) covered += w > 0 ? w : 0;
        if (!(Math.Abs(covered - 1) <= CoverageTolerance)) return Keep($"the known weights of {options.Index} on {context.Today:yyyy-MM-dd} sum to {covered:P1}");

        double[] sizes = Sizes(past);
        double[] score = new double[axes.Count];
        Array.Fill(score, double.NaN);
        ReadOnlySpan<bool> universe = past.Members.Row(axes.Days - 1);
        int scored = 0;
        for (int i = 0; i < row.Length; i++)
        {
            int column = axes.ColumnOf(scores.Axes.Symbols[i]);
            if (column < 0 || float.IsNaN(row[i]) || !(universe[column] || weights[column] > 0)) continue;
            score[column] = row[i];
            scored++;
        }

        if (scored == 0) return Keep($"no share has a score on {context.Today:yyyy-MM-dd}");
        Standardise(score);
        SortedDictionary<Symbol, EnhancementName> names = [];
        List<int> others = [];
        for (int c = 0; c < axes.Count; c++)
        {
            Symbol symbol = axes.Symbols[c];
            if (weights[c] > 0 || holdings.Find(symbol) is { Shares: > 0 }) names.Add(symbol, Name(symbol, c, weights, close, flags, industries));
            else if (!double.IsNaN(score[c]) && Trades(c, close, flags)) others.Add(c);
        }

        foreach (int c in others.OrderByDescending(c => score[c]).ThenBy(c => c).Take(options.Others))
            names.Add(axes.Symbols[c], Name(axes.Symbols[c], c, weights, close, flags, industries));
        foreach (Holding position in holdings.Positions)
        {
            if (position.Shares > 0 && !names.ContainsKey(position.Symbol)) names.Add(position.Symbol, Name(position.Symbol, -1, weights, close, flags, industries));
        }

        return new EnhancementDay([.. names.Values], null);

        EnhancementName Name(Symbol symbol, int c, ReadOnlySpan<float> weights, ReadOnlySpan<float> close, ReadOnlySpan<float> flags, ReadOnlySpan<float> industries)
        {
            double drifted = holdings.WeightOf(symbol);
            bool isFrozen = c < 0 || !Trades(c, close, flags);
            Holding? position = holdings.Find(symbol);
            double unsellable = position is null || position.Shares == 0 ? 0 : drifted * (1 - ((double)Math.Clamp(position.Sellable, 0, position.Shares) / position.Shares));
            int industry = c >= 0 && industries[c] >= 0 && industries[c] < Industry.All.Count ? (int)industries[c] : -1;
            return new EnhancementName(
                symbol,
                c >= 0 && weights[c] > 0 ? weights[c] / covered : 0,
                c >= 0 ? score[c] : double.NaN,
                drifted,
                isFrozen ? drifted : unsellable,
                isFrozen,
                industry >= 0 ? Industry.All[industry].Name : "Unclassified",
                c >= 0 ? sizes[c] : 0);
        }
    }

    private static EnhancementDay Keep(FormattableString reason) => new([], reason.ToString(CultureInfo.InvariantCulture));

    private static bool Trades(int column, ReadOnlySpan<float> close, ReadOnlySpan<float> flags) => close[column] > 0 && !(flags[column] > 0);

    // The last row, or the one before where nothing of the last is known yet.
    private static ReadOnlySpan<float> Newest(Panel past, Field field)
    {
        FieldMatrix matrix = past[field];
        ReadOnlySpan<float> last = matrix.Row(matrix.Rows - 1);
        foreach (float value in last)
        {
            if (!float.IsNaN(value)) return last;
        }

        return matrix.Rows > 1 ? matrix.Row(matrix.Rows - 2) : last;
    }

    // ln(market value), newest known of each share, standardised over all shares of the day.
    private static double[] Sizes(Panel past)
    {
        FieldMatrix values = past[Field.MarketCap];
        double[] sizes = new double[past.Axes.Count];
        Array.Fill(sizes, double.NaN);
        for (int t = values.Rows - 1; t >= Math.Max(0, values.Rows - SizeLookback); t--)
        {
            ReadOnlySpan<float> row = values.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (double.IsNaN(sizes[i]) && row[i] > 0) sizes[i] = Math.Log(row[i]);
            }
        }

        Standardise(sizes);
        for (int i = 0; i < sizes.Length; i++)
        {
            if (double.IsNaN(sizes[i])) sizes[i] = 0;
        }

        return sizes;
    }

    // To mean 0 and standard deviation 1 (divisor N) over what is known; zeros when all are equal.
    private static void Standardise(double[] values)
    {
        double sum = 0, squares = 0;
        int count = 0;
        foreach (double v in values)
        {
            if (double.IsNaN(v)) continue;
            sum += v;
            count++;
        }

        double mean = count == 0 ? 0 : sum / count;
        foreach (double v in values) squares += double.IsNaN(v) ? 0 : (v - mean) * (v - mean);
        double deviation = count == 0 ? 0 : Math.Sqrt(squares / count);
        bool isConstant = !(deviation > 1e-12 * Math.Max(1e-30, Math.Abs(mean)));
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i])) values[i] = isConstant ? 0 : (values[i] - mean) / deviation;
        }
    }
}
