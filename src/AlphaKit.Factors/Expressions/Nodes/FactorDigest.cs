using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>
/// A hash of what an expression says: equal for equal expressions in every process, different for different ones. A part's hash is that of its
/// operator, parameters and the hashes of its inputs, so shared parts cost their size once.
/// </summary>
internal static class FactorDigest
{
    /// <summary>The hashes of some expressions, 64 hexadecimal digits each.</summary>
    public static string[] Of(IEnumerable<Factor> factors)
    {
        DistinctNodes nodes = new();
        int[] roots = [.. factors.Select(nodes.Add)];
        string[] digests = new string[nodes.Nodes.Count];
        for (int k = 0; k < digests.Length; k++)
        {
            IEnumerable<string> inputs = nodes.InputsOf(k).Select(i => digests[i]);
            digests[k] = ContentHash.Of(nodes.Nodes[k] switch
            {
                FieldFactor f => $"field {f.Field.Name} {f.Field.KnownAt} {f.Field.Unit}",
                ConstantFactor c => "number " + c.Value.ToString("R", CultureInfo.InvariantCulture),
                OperatorFactor o => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(o.Operator.Custom is null ? "operator" : "custom")} {o.Operator.Name} [{string.Join(' ', o.Parameters.Select(p => p.ToString("R", CultureInfo.InvariantCulture)))}] {o.MinPeriods.Count} ({string.Join(' ', inputs)})"),
                Factor other => throw new InvalidOperationException($"{other.GetType().Name} has no hash."),
            });
        }

        return [.. roots.Select(r => digests[r])];
    }

    /// <summary>True if an operator of the user's takes part: what it computes is code, which no hash here covers.</summary>
    public static bool HasOwnCode(Factor factor)
    {
        DistinctNodes nodes = new();
        nodes.Add(factor);
        return nodes.Nodes.Any(n => n is OperatorFactor { Operator.Custom: not null });
    }
}
