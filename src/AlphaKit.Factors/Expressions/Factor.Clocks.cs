namespace AlphaKit.Factors;

// When a value is known, and who is to blame when that is too late.
public abstract partial class Factor
{
    /// <summary>True when row T is known at that clock of day T, so that a decision made then may use it.</summary>
    /// <param name="clock">The moment of the decision.</param>
    public bool UsableAt(Clock clock) => KnownAt <= clock;

    /// <summary>Makes sure that row T is known at that clock of day T.</summary>
    /// <param name="clock">The moment of the decision.</param>
    /// <exception cref="LookAheadException">A field of the expression is known later; it is named, with the way out: delay the part by a day.</exception>
    /// <returns>The expression itself.</returns>
    public Factor RequireKnownAt(Clock clock)
    {
        if (!Enum.IsDefined(clock)) throw new ArgumentOutOfRangeException(nameof(clock), clock, "Must be a clock of the day.");
        if (UsableAt(clock)) return this;
        Field late = LatestField(this);
        string expression = this is FieldFactor ? "" : $" in {Shortened(ToString())}";
        throw new LookAheadException($"Field {late.Name}{expression}", late.KnownAt, clock);
    }

    /// <summary>The field whose clock is that of the expression: the way down the inputs that are as late, which no delay has made early.</summary>
    private static Field LatestField(Factor factor)
    {
        while (factor is not FieldFactor)
        {
            Clock knownAt = factor.KnownAt;
            factor = Array.Find(factor.Inputs, i => i.KnownAt == knownAt)!;
        }

        return ((FieldFactor)factor).Field;
    }

    private static string Shortened(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 117), "...");
}
