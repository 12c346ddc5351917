namespace AlphaKit.Factors;

/// <summary>What a node knows about the whole expression under it; computed once, when the node is made.</summary>
/// <param name="LookBack">Trading days before T that matter.</param>
/// <param name="WarmUp">The same with recursive operators counted until they have forgotten.</param>
/// <param name="KnownAt">When row T is known.</param>
/// <param name="Depth">Nodes on the longest way down.</param>
/// <param name="Hash">Equal for equal expressions.</param>
internal readonly record struct FactorFacts(int LookBack, int WarmUp, Clock KnownAt, int Depth, int Hash)
{
    public static FactorFacts Of(Field field) => new(0, 0, (field ?? throw new ArgumentNullException(nameof(field))).KnownAt, 1, Mix(17, Text(field.Name)));

    public static FactorFacts Of(double value) => new(0, 0, Clock.Open, 1, Mix(23, BitConverter.DoubleToInt64Bits(value)));

    public static FactorFacts Of(Operator @operator, Factor[] inputs, double[] parameters, MinPeriods minPeriods)
    {
        int lookBack = 0, warmUp = 0, depth = 0, hash = Mix(29, Text(@operator.Name));
        Clock knownAt = Clock.Open;
        foreach (Factor input in inputs)
        {
            lookBack = Math.Max(lookBack, input.LookBack);
            warmUp = Math.Max(warmUp, input.WarmUp);
            depth = Math.Max(depth, input.Depth);
            if (input.KnownAt > knownAt) knownAt = input.KnownAt;
            hash = Mix(hash, input.GetHashCode());
        }

        foreach (double parameter in parameters) hash = Mix(hash, BitConverter.DoubleToInt64Bits(parameter));
        hash = Mix(hash, minPeriods.Count);
        if (@operator.KnownBeforeOpen(parameters)) knownAt = Clock.Open;
        return new(Plus(lookBack, @operator.LookBack(parameters)), Plus(warmUp, @operator.WarmUp(parameters)), knownAt, depth + 1, hash);
    }

    private static int Plus(int a, int b) => a == Operator.Unbounded || b == Operator.Unbounded ? Operator.Unbounded : checked(a + b);

    private static int Mix(int hash, long value)
    {
        ulong mixed = ((ulong)(uint)hash ^ ((ulong)value * 0x9E3779B97F4A7C15UL)) * 0xD6E8FEB86659FD93UL;
        return (int)(mixed ^ (mixed >> 32));
    }

    private static long Text(string text)
    {
        long hash = text.Length;
        foreach (char c in text) hash = (hash * 1099511628211) ^ c;
        return hash;
    }
}
