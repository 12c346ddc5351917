namespace AlphaKit.Factors;

/// <summary>Computes the factors of a set and takes each day's cross-section through the steps.</summary>
internal static class FeaturePipeline
{
    public static FeatureTensor Compute(
        FactorSet set, Panel panel, EngineOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Field[] stepFields = [.. set.Steps.SelectMany(s => s.FieldsAmong(panel.Has)).Distinct()];
        foreach (Field field in stepFields) _ = panel[field];
        Clock stepClock = stepFields.Select(f => f.KnownAt).Append(panel.MembersKnownAt).Max();

        FieldMatrix[] raw = FactorEngine.Compute(panel, [.. set.Select(f => f.Expression)], options, cancellationToken);
        progress?.Report(0.5);

        List<string> notes = [.. set.Dropped.Select(d => $"{d.Key} was dropped: {d.Value}")];
        foreach (CrossSectionStep step in set.Steps) notes.AddRange(step.NotesAmong(panel.Has));
        bool asComputed = set.Steps.Count == 0 && !AnyoneOutside(panel);
        FactorValues[] features = new FactorValues[set.Count];
        for (int k = 0; k < features.Length; k++)
        {
            NamedFactor factor = set[k];
            FieldMatrix values = asComputed ? raw[k] : Process(set.Steps, factor.Name, raw[k], panel, notes, options, cancellationToken);
            Clock knownAt = factor.Expression.KnownAt > stepClock ? factor.Expression.KnownAt : stepClock;
            features[k] = new FactorValues(factor.Name, panel.Axes, values, knownAt);
            progress?.Report(0.5 + (0.5 * (k + 1) / features.Length));
        }

        return new FeatureTensor(features, panel.Members, notes);
    }

    /// <summary>True if someone is not in the universe on some day. Without that and without steps the engine's values, finite or NaN, are the result.</summary>
    private static bool AnyoneOutside(Panel panel)
    {
        for (int t = 0; t < panel.Axes.Days; t++)
        {
            if (panel.Members.Row(t).Contains(false)) return true;
        }

        return false;
    }

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
