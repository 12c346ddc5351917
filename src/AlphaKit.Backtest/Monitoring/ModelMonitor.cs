using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>
/// Watches a factor or model day by day 模型监控: rank IC on matured labels, calibration of forecasts, coverage, shift of inputs, and when to train
/// anew. What it says at the close of T rests on scores and inputs up to T and on labels up to T − <see cref="MonitorInput.MaturityDays"/>, whatever
/// else the matrices hold.
/// </summary>
public static class ModelMonitor
{
    /// <summary>Ages of the decay table, in trading days.</summary>
    private static readonly int[] Ages = [0, 1, 2, 3, 5, 10, 20, 40];

    /// <summary>Runs the monitor over all days of the input.</summary>
    /// <param name="input">Scores, labels, inputs.</param>
    /// <param name="options">What to compare with what; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// A matrix has not the size of the axes, an input comes twice, the reference holds no day or no day follows it, or more days are asked for than the window has.
    /// </exception>
    public static MonitorReport Run(MonitorInput input, MonitorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new MonitorOptions();
        int reference = Check(input, options), days = input.Axes.Days, matures = input.MaturityDays;
        CrossSection[] sections = [.. Enumerable.Range(0, days).Select(t => Section(input, t, 0, options))];
        double[] ic = [.. sections.Select(s => s.RankIc)], bias = [.. sections.Select(s => s.Bias)], slope = [.. sections.Select(s => s.Slope)];
        Shift[] shifts = Shifts(input, reference);
        List<MonitorAlert> alerts = [];
        AlertPacing pacing = new(options);
        MonitorDay[] rows = new MonitorDay[days];
        for (int t = 0; t < days; t++)
        {
            // The label of row t − matures became known at this close; nothing later has.
            int known = t - matures, from = Math.Max(0, known - options.Window + 1), count = Math.Max(0, known - from + 1);
            TrailingMean trailing = TrailingMean.Of(ic.AsSpan(from, count), matures - 1, options.FewestDays);
            bool forecasts = options.Scale == ScoreScale.Forecasts;
            TrailingMean trailingBias = TrailingMean.Of(forecasts ? bias.AsSpan(from, count) : default, matures - 1, options.FewestDays);
            TrailingMean trailingSlope = TrailingMean.Of(forecasts ? slope.AsSpan(from, count) : default, matures - 1, options.FewestDays);
            (int scored, int members) = Coverage(input, t);
            (double worst, string worstInput) = Worst(shifts, t);
            rows[t] = new MonitorDay(known < 0 ? null : input.Axes.Calendar[known], known < 0 ? double.NaN : ic[known], trailing, scored, members, trailingBias, trailingSlope, worst, worstInput);
            alerts.AddRange(pacing.On(t, input.Axes.Calendar[t], input.Name, rows[t], [.. shifts.Select(s => (s.Name, s.Index[t]))]));
        }

        return new MonitorReport
        {
            Name = input.Name,
            Calendar = input.Axes.Calendar,
            Daily = Daily(input, options, rows),
            Decay = Decay(input, options),
            Calibration = options.Scale == ScoreScale.Forecasts ? Calibration(input, options) : EmptyCalibration(),
            Inputs = new Table("inputs", TableColumn.Text("input", shifts.Select(s => s.Name)), TableColumn.Number("psi", shifts.Select(s => s.Index[^1]), "F3")),
            Alerts = alerts,
        };
    }

    private static int Check(MonitorInput input, MonitorOptions options)
    {
        (string Name, FieldMatrix Matrix)[] matrices = [("scores", input.Scores), ("labels", input.Labels), .. input.Inputs.Select(i => (i.Key, i.Value))];
        foreach ((string name, FieldMatrix matrix) in matrices)
        {
            if (matrix.Rows != input.Axes.Days || matrix.Columns != input.Axes.Count)
                throw new ArgumentException($"'{name}' of '{input.Name}' is {matrix.Rows} × {matrix.Columns}, the axes are {input.Axes.Days} × {input.Axes.Count}.", nameof(input));
        }

        if (input.Members is { } members && (members.Rows != input.Axes.Days || members.Columns != input.Axes.Count))
            throw new ArgumentException($"The members of '{input.Name}' are {members.Rows} × {members.Columns}, the axes {input.Axes.Days} × {input.Axes.Count}.", nameof(input));
        if (input.Inputs.Select(i => i.Key).Distinct(StringComparer.Ordinal).Count() != input.Inputs.Count) throw new ArgumentException($"An input of '{input.Name}' comes twice.", nameof(input));
        if (options.FewestDays > options.Window) throw new ArgumentException($"{options.FewestDays} days cannot be had from a window of {options.Window}.", nameof(options));
        if (options.ReferenceTo is not { } to) return 0;
        int rows = input.Axes.Calendar.Days.ToArray().Count(d => d <= to);
        return rows > 0 && rows < input.Axes.Days
            ? rows
            : throw new ArgumentException($"The reference up to {to:yyyy-MM-dd} holds {rows} of the {input.Axes.Days} days: it must hold at least one, and one must follow it.", nameof(options));
    }

    /// <summary>Scores of an age before row t against the label of row t.</summary>
    private static CrossSection Section(MonitorInput input, int t, int age, MonitorOptions options) =>
        t < age ? CrossSection.None : CrossSection.Of(input.Scores.Row(t - age), input.Labels.Row(t), input.Members, t, options.FewestNames);

    private static (int Scored, int Members) Coverage(MonitorInput input, int t)
    {
        ReadOnlySpan<float> row = input.Scores.Row(t);
        int scored = 0, members = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (input.Members is not null && !input.Members[t, i]) continue;
            members++;
            if (float.IsFinite(row[i])) scored++;
        }

        return (scored, members);
    }

    private static Shift[] Shifts(MonitorInput input, int reference) => reference == 0 ? [] : [.. input.Inputs.Select(i =>
    {
        StabilityIndex index = new(i.Value, reference, input.Members);
        return new Shift(i.Key, [.. Enumerable.Range(0, input.Axes.Days).Select(t => t < reference ? double.NaN : index.Of(i.Value, t, input.Members))]);
    })];

    private static (double Index, string Input) Worst(Shift[] shifts, int t)
    {
        (double Index, string Input) worst = (double.NaN, "");
        foreach (Shift shift in shifts)
        {
            if (shift.Index[t] > worst.Index || (double.IsNaN(worst.Index) && !double.IsNaN(shift.Index[t]))) worst = (shift.Index[t], shift.Name);
        }

        return worst;
    }

    private static Table Daily(MonitorInput input, MonitorOptions options, MonitorDay[] rows) => new(
        "monitor",
        TableColumn.Date("date", input.Axes.Calendar),
        TableColumn.Text("ic_date", rows.Select(r => r.Matured?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")),
        TableColumn.Number("rank_ic", rows.Select(r => r.RankIc), "F4"),
        TableColumn.Number("trailing_ic", rows.Select(r => r.Ic.Mean), "F4"),
        TableColumn.Integer("ic_days", rows.Select(r => (long)r.Ic.Days)),
        TableColumn.Number("ic_t", rows.Select(r => r.Ic.T(0)), "F2"),
        TableColumn.Number("retrain_t", rows.Select(r => r.Ic.T(AlertPacing.ComparedWith(options.Retrain))), "F2"),
        TableColumn.Number("coverage", rows.Select(r => r.Members == 0 ? double.NaN : (double)r.Scored / r.Members), "P1"),
        TableColumn.Number("bias", rows.Select(r => r.Bias.Mean), "P3"),
        TableColumn.Number("bias_t", rows.Select(r => r.Bias.T(0)), "F2"),
        TableColumn.Number("slope", rows.Select(r => r.Slope.Mean), "F3"),
        TableColumn.Number("slope_t", rows.Select(r => r.Slope.T(1)), "F2"),
        TableColumn.Number("worst_shift", rows.Select(r => r.WorstShift), "F3"),
        TableColumn.Text("worst_input", rows.Select(r => r.WorstInput)));

    private static Table Decay(MonitorInput input, MonitorOptions options)
    {
        int last = input.Axes.Days - 1 - input.MaturityDays, first = Math.Max(0, last - options.Window + 1);
        TrailingMean[] means = [.. Ages.Select(age => TrailingMean.Of([.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(t => Section(input, t, age, options).RankIc)], input.MaturityDays - 1, 2))];
        return new Table(
            "ic_decay",
            TableColumn.Integer("age", Ages.Select(a => (long)a)),
            TableColumn.Number("rank_ic", means.Select(m => m.Mean), "F4"),
            TableColumn.Integer("days", means.Select(m => (long)m.Days)),
            TableColumn.Number("t", means.Select(m => m.T(0)), "F2"));
    }

    private static Table Calibration(MonitorInput input, MonitorOptions options)
    {
        int last = input.Axes.Days - 1 - input.MaturityDays, first = Math.Max(0, last - options.Window + 1);
        List<(float Score, float Label)> cells = [];
        for (int t = first; t <= last; t++)
        {
            ReadOnlySpan<float> score = input.Scores.Row(t), label = input.Labels.Row(t);
            for (int i = 0; i < score.Length; i++)
            {
                if (float.IsFinite(score[i]) && float.IsFinite(label[i]) && (input.Members is null || input.Members[t, i])) cells.Add((score[i], label[i]));
            }
        }

        (float Score, float Label)[] sorted = [.. cells.OrderBy(c => c.Score).ThenBy(c => c.Label)];
        if (sorted.Length < 10) return EmptyCalibration();
        (float Score, float Label)[][] tenths = [.. Enumerable.Range(0, 10).Select(k => sorted[(int)((long)sorted.Length * k / 10)..(int)((long)sorted.Length * (k + 1) / 10)])];
        return new Table(
            "calibration",
            TableColumn.Integer("tenth", Enumerable.Range(1, 10).Select(k => (long)k)),
            TableColumn.Number("forecast", tenths.Select(g => g.Average(c => (double)c.Score)), "P3"),
            TableColumn.Number("outcome", tenths.Select(g => g.Average(c => (double)c.Label)), "P3"),
            TableColumn.Integer("cells", tenths.Select(g => (long)g.Length)));
    }

    private static Table EmptyCalibration() => new(
        "calibration", TableColumn.Integer("tenth", []), TableColumn.Number("forecast", []), TableColumn.Number("outcome", []), TableColumn.Integer("cells", []));

    private sealed record Shift(string Name, double[] Index);
}
