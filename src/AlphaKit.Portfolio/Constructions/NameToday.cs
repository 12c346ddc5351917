namespace AlphaKit.Portfolio;

/// <summary>What a construction knows of one name at a decision.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Score">Its score; NaN when it has none, or is no member of the universe today.</param>
/// <param name="Drifted">Its drifted weight.</param>
/// <param name="Unsellable">The part of that weight that cannot be sold: all of it while suspended.</param>
/// <param name="IsSuspended">It does not trade today.</param>
internal readonly record struct NameToday(Symbol Symbol, float Score, double Drifted, double Unsellable, bool IsSuspended)
{
    public bool IsHeld => Drifted > 0;

    public bool IsScored => !float.IsNaN(Score);
}
