using System.Globalization;
using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>Texts as features of each share and day, by the day on which they could be known.</summary>
public static class TextFeatures
{
    /// <summary>Name of the feature that counts the texts of the window; it is 0, not missing, for members without a text.</summary>
    public const string CountName = "text_count";

    private static readonly TimeOnly s_open = new(9, 15);
    private static readonly TimeOnly s_close = new(15, 0);

    /// <summary>The vectors of texts.</summary>
    /// <param name="items">The texts.</param>
    /// <param name="encoder">What makes vectors of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<TextEmbedding> Embed(IReadOnlyList<TextItem> items, ITextEncoder encoder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(encoder);
        IReadOnlyList<ReadOnlyMemory<float>> vectors = encoder.Encode([.. items.Select(i => i.Text)], cancellationToken);
        return [.. items.Select((item, i) => new TextEmbedding(item.Symbol, item.Date, item.Time, vectors[i]))];
    }

    /// <summary>
    /// Shorter vectors by a random projection (Johnson and Lindenstrauss 1984): products with normal numbers of variance 1 ÷ width, the same for every text.
    /// Lengths and angles are kept about, nothing is fitted and so nothing can look ahead. A feature of ten years and 5,000 shares takes 50 MB: 768 of them
    /// are too many, 16 or 32 are not.
    /// </summary>
    /// <param name="texts">The vectors, all of one length.</param>
    /// <param name="width">Numbers of the new vectors, 1 or more.</param>
    /// <param name="seed">Seed of the normal numbers; use one for training and for use.</param>
    /// <exception cref="ArgumentException">Vectors differ in length, one is empty or holds a number that is not finite.</exception>
    /// <exception cref="InsufficientDataException">There is no text.</exception>
    public static IReadOnlyList<TextEmbedding> Project(IReadOnlyList<TextEmbedding> texts, int width, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (texts.Count == 0) throw new InsufficientDataException("texts", 1, 0);
        int from = Width(texts);
        RandomStream random = RandomStream.Create(seed, "text-projection");
        double[] factors = new double[from * width];
        foreach (ref double f in factors.AsSpan()) f = random.NextNormal() / Math.Sqrt(width);
        return [.. texts.Select(text => text with { Vector = Projected(text.Vector.Span, factors, width) })];
    }

    /// <summary>
    /// Features text_0 … text_(W − 1): for each share the mean of the vectors of its texts of the last trading days, a text of k trading days ago weighing
    /// 2^(−k / half-life); missing where there is none. And <see cref="CountName"/>.
    /// </summary>
    /// <param name="axes">Days and symbols.</param>
    /// <param name="members">The universe; everything outside is missing.</param>
    /// <param name="texts">The texts, in any order; texts of one share and moment count in the order given.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The features, known at <see cref="TextFeatureOptions.KnownAt"/>. The notes tell how many texts fell outside days or symbols.</returns>
    /// <exception cref="InsufficientDataException">There is no text.</exception>
    /// <exception cref="ArgumentException">A vector is empty, has another length than the first, or holds a number that is not finite; or the universe has another shape.</exception>
    public static FeatureTensor Compute(PanelAxes axes, Membership members, IReadOnlyList<TextEmbedding> texts, TextFeatureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(texts);
        options ??= new TextFeatureOptions();
        if (texts.Count == 0) throw new InsufficientDataException("texts", 1, 0);
        if (members.Rows != axes.Days || members.Columns != axes.Count)
            throw new ArgumentException($"The universe is {members.Rows} × {members.Columns}, the axes {axes.Days} × {axes.Count}.", nameof(members));
        int width = Width(texts);
        List<(int Row, TextEmbedding Text)>[] of = new List<(int, TextEmbedding)>[axes.Count];
        int outsideDays = 0, outsideSymbols = 0;
        foreach (TextEmbedding text in texts)
        {
            int column = axes.ColumnOf(text.Symbol), row = Row(axes.Calendar, text, options.KnownAt);
            if (column < 0) outsideSymbols++;
            else if (row < 0) outsideDays++;
            else (of[column] ??= []).Add((row, text));
        }

        for (int i = 0; i < of.Length; i++) of[i] = [.. (of[i] ?? []).OrderBy(t => t.Row).ThenBy(t => t.Text.Date).ThenBy(t => t.Text.Time ?? TimeOnly.MaxValue)];
        FieldMatrix[] means = Means(axes, members, of, width, options);
        List<string> notes = [];
        if (outsideSymbols > 0) notes.Add($"{outsideSymbols} of {texts.Count} texts are of other symbols.");
        if (outsideDays > 0) notes.Add($"{outsideDays} of {texts.Count} texts could be known only before the first or after the last day.");
        return new FeatureTensor(
            Enumerable.Range(0, width + 1).Select(k => new FactorValues(
                k < width ? string.Create(CultureInfo.InvariantCulture, $"text_{k}") : CountName, axes, means[k], options.KnownAt)),
            members,
            notes);
    }

    /// <summary>The row of the first trading day at whose clock the text was known; −1 outside.</summary>
    private static int Row(TradingCalendar calendar, TextEmbedding text, Clock knownAt)
    {
        if (text.Date < calendar.First) return -1;
        int row = calendar.IndexAtOrAfter(text.Date);
        if (row >= calendar.Count) return -1;
        bool isInTime = calendar[row] > text.Date || knownAt switch
        {
            Clock.Open => text.Time is { } time && time <= s_open,
            Clock.Close => text.Time is { } time && time <= s_close,
            _ => true,
        };
        if (!isInTime) row++;
        return row < calendar.Count ? row : -1;
    }

    private static float[] Projected(ReadOnlySpan<float> vector, double[] factors, int width)
    {
        float[] result = new float[width];
        for (int k = 0; k < width; k++)
        {
            double sum = 0;
            for (int i = 0; i < vector.Length; i++) sum += vector[i] * factors[(i * width) + k];
            result[k] = (float)sum;
        }

        return result;
    }

    private static int Width(IReadOnlyList<TextEmbedding> texts)
    {
        int width = texts[0].Vector.Length;
        if (width == 0) throw new ArgumentException("The first vector is empty.", nameof(texts));
        for (int i = 0; i < texts.Count; i++)
        {
            if (texts[i].Vector.Length != width) throw new ArgumentException($"Vector {i}, of {texts[i].Symbol} on {texts[i].Date:yyyy-MM-dd}, has {texts[i].Vector.Length} numbers, the first has {width}.", nameof(texts));
            foreach (float v in texts[i].Vector.Span)
            {
                if (!float.IsFinite(v)) throw new ArgumentException($"Vector {i}, of {texts[i].Symbol} on {texts[i].Date:yyyy-MM-dd}, holds a number that is not finite.", nameof(texts));
            }
        }

        return width;
    }

    /// <summary>One matrix per feature; the last is the count.</summary>
    private static FieldMatrix[] Means(PanelAxes axes, Membership members, List<(int Row, TextEmbedding Text)>[] of, int width, TextFeatureOptions options)
    {
        FieldMatrixBuilder[] means = [.. Enumerable.Range(0, width + 1).Select(_ => new FieldMatrixBuilder(axes.Days, axes.Count))];
        double[] sum = new double[width];
        for (int i = 0; i < axes.Count; i++)
        {
            int first = 0, end = 0;
            for (int t = 0; t < axes.Days; t++)
            {
                while (end < of[i].Count && of[i][end].Row <= t) end++;
                while (first < end && of[i][first].Row <= t - options.Window) first++;
                if (!members.Row(t)[i]) continue;
                means[width].Row(t)[i] = end - first;
                if (first == end) continue;
                Array.Clear(sum);
                double weights = 0;
                for (int n = first; n < end; n++)
                {
                    double weight = Math.Pow(2, (of[i][n].Row - t) / options.HalfLife);
                    ReadOnlySpan<float> vector = of[i][n].Text.Vector.Span;
                    for (int k = 0; k < width; k++) sum[k] += weight * vector[k];
                    weights += weight;
                }

                for (int k = 0; k < width; k++) means[k].Row(t)[i] = (float)(sum[k] / weights);
            }
        }

        return [.. means.Select(m => m.Build())];
    }
}
