namespace AlphaKit.Factors;

/// <summary>One row of a <see cref="Target"/>: where the innermost loops write, worked out once a row.</summary>
internal readonly unsafe struct TargetRow(float* result, bool streams, float* extra, float* divisor, float* reciprocal)
{
    /// <summary>Null if nothing reads the result itself.</summary>
    public readonly float* Result = result;

    public readonly bool Streams = streams;

    /// <summary>The further output; null if there is none.</summary>
    public readonly float* Extra = extra;

    /// <summary>What the further output is divided by; null if by nothing.</summary>
    public readonly float* Divisor = divisor;

    public readonly float* Reciprocal = reciprocal;
}
