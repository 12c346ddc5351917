namespace AlphaKit.Factors;

/// <summary>Computes the factors of a set and takes each day's cross-section through the steps.</summary>
internal static class FeaturePipeline
{
    public static FeatureTensor Compute(
        FactorSet set, Panel panel, EngineOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        RequireFields(set, panel);
        ProgressShare? engine = ProgressShare.Of(progress, 0, set.Steps.Count == 0 ? 1 : 0.5);
        ResultBlock raw = FactorEngine.Run(
            panel, set.Expressions, 0, panel.Axes.Days, options, Shape.Default, engine, cancellationToken);
        return Finish(set, panel, raw, options, ProgressShare.Of(progress, 0.5, 1), cancellationToken);
    }

    /// <summary>Makes sure that the panel has what factors and steps need.</summary>
    public static void RequireFields(FactorSet set, Panel panel)
    {
        foreach (Field field in StepFields(set, panel)) _ = panel[field];
        foreach (Field field in set.FactorFields) _ = panel[field];
    }

    /// <summary>From the engine's values of the panel's days to features: the steps, and nothing outside the universe.</summary>
    public static FeatureTensor Finish(
        FactorSet set, Panel panel, ResultBlock raw, EngineOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (set.Steps.Count > 0) return Finish(set, panel, raw.Build(), options, progress, cancellationToken);
        raw.Mask(panel.Members);
        return Tensor(set, panel, raw.Build(), Notes(set, panel));
    }

    /// <summary>The same of values that must stay as they are.</summary>
    public static FeatureTensor Finish(
        FactorSet set, Panel panel, FieldMatrix[] raw, EngineOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        List<string> notes = Notes(set, panel);
        if (set.Steps.Count == 0 && !AnyoneOutside(panel)) return Tensor(set, panel, raw, notes);
        FieldMatrix[] values = new FieldMatrix[raw.Length];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = Process(set.Steps, set[k].Name, raw[k], panel, notes, options, cancellationToken);
            progress?.Report((k + 1.0) / values.Length);
        }

        return Tensor(set, panel, values, notes);
    }

    private static List<string> Notes(FactorSet set, Panel panel)
    {
        List<string> notes = [];
        for (int k = 0; k < set.Dropped.Count; k++) notes.Add($"{set.Dropped[k].Key} was dropped: {set.Dropped[k].Value}");
        foreach (CrossSectionStep step in set.Steps) notes.AddRange(step.NotesAmong(panel.Has));
        return notes;
    }

    /// <summary>True if someone is not in the universe on some day.</summary>
    private static bool AnyoneOutside(Panel panel)
    {
        for (int t = 0; t < panel.Axes.Days; t++)
        {
            if (panel.Members.Row(t).Contains(false)) return true;
        }

        return false;
    }

    private static FeatureTensor Tensor(FactorSet set, Panel panel, FieldMatrix[] values, IReadOnlyList<string> notes)
    {
        Clock stepClock = panel.MembersKnownAt;
        foreach (Field field in StepFields(set, panel))
        {
            if (field.KnownAt > stepClock) stepClock = field.KnownAt;
        }

        FactorValues[] features = new FactorValues[values.Length];
        for (int k = 0; k < features.Length; k++)
        {
            Clock own = set[k].Expression.KnownAt;
            features[k] = FactorValues.Computed(set[k].Name, panel.Axes, values[k], own > stepClock ? own : stepClock);
        }

        return FeatureTensor.Computed(features, panel.Axes, panel.Members, notes);
    }

    private static IEnumerable<Field> StepFields(FactorSet set, Panel panel) => set.Steps.SelectMany(s => s.FieldsAmong(panel.Has)).Distinct();

    private static FieldMatrix Process(
        IReadOnlyList<CrossSectionStep> steps, string name, FieldMatrix raw, Panel panel, List<string> notes, EngineOptions options, CancellationToken cancellationToken)
    {
        int days = panel.Axes.Days;
        FieldMatrixBuilder builder = new(days, panel.Axes.Count);
        StepOutcome[,] outcomes = new StepOutcome[steps.Count, days];
        ParallelOptions settings = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        Parallel.For(0, days, settings, t =>
        {
            double[] values = new double[panel.Axes.Count];
            if (!Load(raw.Row(t), panel.Members.Row(t), values)) return;
            for (int s = 0; s < steps.Count; s++)
            {
                outcomes[s, t] = steps[s].Apply(new CrossSection(name, panel, t, values));
                if (outcomes[s, t] == StepOutcome.AllMissing) return;
            }

            Span<float> target = builder.Row(t);
            ReadOnlySpan<bool> members = panel.Members.Row(t);
            for (int i = 0; i < values.Length; i++)
            {
                float value = (float)values[i];
                if (members[i] && float.IsFinite(value)) target[i] = value;
            }
        });

        for (int s = 0; s < steps.Count; s++)
        {
            Note(s, StepOutcome.AllMissing, "made all values missing");
            Note(s, StepOutcome.Unchanged, "left the values unchanged");
        }

        return builder.Build();

        void Note(int step, StepOutcome outcome, string what)
        {
            int count = Enumerable.Range(0, days).Count(t => outcomes[step, t] == outcome);
            if (count > 0) notes.Add($"{steps[step].Name} {what} of '{name}' on {count} of {days} days.");
        }
    }

    /// <summary>The members' values; false when there are none.</summary>
    private static bool Load(ReadOnlySpan<float> raw, ReadOnlySpan<bool> members, Span<double> values)
    {
        bool any = false;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = members[i] ? raw[i] : double.NaN;
            any |= !double.IsNaN(values[i]);
        }

        return any;
    }
}
