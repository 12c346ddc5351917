using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// How much a model's rank IC falls when one feature is exchanged at random between the members of each day (Breiman 2001). Works for every model;
/// measure it on days that the model was not trained on.
/// </summary>
public static class PermutationImportance
{
    /// <summary>The regime of all days when none is asked for.</summary>
    public const string AllDays = "all";

    /// <summary>Measures it: [feature, regime, days, rank_ic, drop, standard_error], features in order, regimes in order of name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">The features.</param>
    /// <param name="labels">The labels, from the same panel.</param>
    /// <param name="days">The days to score.</param>
    /// <param name="random">Random numbers; each feature has its own stream.</param>
    /// <param name="repeats">How often each feature is exchanged; the mean counts.</param>
    /// <param name="regime">The regime of a day, for instance bull, bear or range; null for one over all days.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Drop is the mean over the days of rank IC less rank IC with the feature exchanged, standard_error that of this mean over days.</returns>
    /// <exception cref="ArgumentException">Features and labels have different axes.</exception>
    /// <exception cref="InsufficientDataException">No day has a rank IC.</exception>
    public static Table Measure(
        ITrainedModel model,
        FeatureTensor features,
        LabelValues labels,
        IEnumerable<DateOnly> days,
        RandomStream random,
        int repeats = 1,
        Func<DateOnly, string>? regime = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        TrainingSet.RequireSameAxes(features, labels);
        int[] rows = [.. days.Select(features.Axes.Calendar.IndexOf)];
        double[] whole = RankIcs(model, features, labels, rows, cancellationToken);
        string[] regimes = [.. rows.Select(r => regime?.Invoke(features.Axes.Calendar[r]) ?? AllDays)];
        string[] names = [.. regimes.Where((_, d) => !double.IsNaN(whole[d])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (names.Length == 0) throw new InsufficientDataException("days with a rank IC", 1, 0);

        List<(string Feature, string Regime, int Days, double Ic, double Drop, double Error)> lines = [];
        for (int k = 0; k < features.Count; k++)
        {
            double[] drops = new double[rows.Length];
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                double[] without = RankIcs(model, Exchanged(features, k, random.Fork($"{features[k].Name}/{repeat}")), labels, rows, cancellationToken);
                for (int d = 0; d < rows.Length; d++) drops[d] += (whole[d] - (double.IsNaN(without[d]) ? 0 : without[d])) / repeats;
            }

            foreach (string name in names)
            {
                int[] own = [.. Enumerable.Range(0, rows.Length).Where(d => regimes[d] == name && !double.IsNaN(whole[d]))];
                double mean = own.Average(d => drops[d]), squares = own.Sum(d => (drops[d] - mean) * (drops[d] - mean));
                lines.Add((features[k].Name, name, own.Length, own.Average(d => whole[d]), mean, own.Length > 1 ? Math.Sqrt(squares / (own.Length - 1) / own.Length) : double.NaN));
            }
        }

        return new Table(
            "permutation_importance",
            TableColumn.Text("feature", lines.Select(l => l.Feature)),
            TableColumn.Text("regime", lines.Select(l => l.Regime)),
            TableColumn.Integer("days", lines.Select(l => (long)l.Days)),
            TableColumn.Number("rank_ic", lines.Select(l => l.Ic), "F4"),
            TableColumn.Number("drop", lines.Select(l => l.Drop), "F4"),
            TableColumn.Number("standard_error", lines.Select(l => l.Error), "F4"));
    }

    private static double[] RankIcs(ITrainedModel model, FeatureTensor features, LabelValues labels, int[] rows, CancellationToken cancellationToken)
    {
        double[] result = new double[rows.Length];
        float[] scores = new float[features.Axes.Count];
        for (int d = 0; d < rows.Length; d++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Fill(scores, float.NaN);
            model.Predict(new FeatureDay(features, rows[d]), scores);
            result[d] = DayCorrelation.Of(scores, labels.Values.Row(rows[d]), features.Members.Row(rows[d])).RankIc;
        }

        return result;
    }

    private static FeatureTensor Exchanged(FeatureTensor features, int feature, RandomStream random)
    {
        FactorValues old = features[feature];
        FieldMatrix values = FieldMatrix.Create(features.Axes.Days, features.Axes.Count, (t, row) =>
        {
            old.Values.Row(t).CopyTo(row);
            ReadOnlySpan<bool> members = features.Members.Row(t);
            int n = 0;
            int[] columns = new int[row.Length];
            for (int i = 0; i < row.Length; i++)
            {
                if (members[i]) columns[n++] = i;
            }

            int[] from = columns[..n];
            random.Shuffle(from.AsSpan());
            for (int j = 0; j < n; j++) row[columns[j]] = old.Values[t, from[j]];
        });
        return new FeatureTensor([.. features.Features.Select((f, k) => k == feature ? new FactorValues(f.Name, f.Axes, values, f.KnownAt) : f)], features.Members, features.Notes);
    }
}
