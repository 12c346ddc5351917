namespace AlphaKit.Portfolio;

/// <summary>The newest values known at a decision.</summary>
internal static class Newest
{
    /// <summary>The newest row of a field: that of the decision day, or of the day before if the field (or <paramref name="atLeast"/>) is known later; empty if there is none.</summary>
    /// <param name="context">The decision.</param>
    /// <param name="field">The field.</param>
    /// <param name="atLeast">The clock of a field that this one is held against: both are then read from the same day.</param>
    public static ReadOnlySpan<float> Row(DecisionContext context, Field field, Clock atLeast = Clock.Open)
    {
        int row = Index(context, field.KnownAt > atLeast ? field.KnownAt : atLeast);
        return row < 0 ? default : context.Past[field].Row(row);
    }

    /// <summary>The newest row of the past that is known when values of that clock are; −1 if there is none.</summary>
    public static int Index(DecisionContext context, Clock knownAt) => context.Past.Axes.Days - (knownAt <= context.Clock ? 1 : 2);
}
