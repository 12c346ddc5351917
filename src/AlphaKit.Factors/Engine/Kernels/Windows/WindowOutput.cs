namespace AlphaKit.Factors;

/// <summary>One result of a kernel that serves several windows: what, over which window, how many values it needs, where it goes.</summary>
/// <param name="Operator">The operator's name.</param>
/// <param name="Days">The window.</param>
/// <param name="Minimum">Values that must be present.</param>
/// <param name="Strict">True if all must be.</param>
/// <param name="Freedom">What is taken off the number of values for the divisor of a variance or covariance.</param>
/// <param name="Target">Position among the tile's targets.</param>
internal sealed record WindowOutput(string Operator, int Days, int Minimum, bool Strict, int Freedom, int Target)
{
    /// <summary>The longest window of some results.</summary>
    public static int Longest(WindowOutput[] outputs)
    {
        int longest = 0;
        foreach (WindowOutput output in outputs) longest = Math.Max(longest, output.Days);
        return longest;
    }
}
