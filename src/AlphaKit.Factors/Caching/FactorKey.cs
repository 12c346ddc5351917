using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AlphaKit.Factors;

/// <summary>
/// What determines the values of one factor, to the bit: the expression, the data, the days, symbols and universe, the engine and the kind of
/// processor. Equal content, equal key; a formula that was edited has another.
/// </summary>
/// <param name="Hash">64 hexadecimal digits.</param>
public sealed record FactorKey(string Hash)
{
    /// <summary>The same as <see cref="Hash"/>.</summary>
    public override string ToString() => Hash;

    /// <summary>The keys of some expressions over one panel.</summary>
    internal static FactorKey[] Of(IReadOnlyList<Factor> expressions, Panel panel, string dataVersion)
    {
        string[] digests = FactorDigest.Of(expressions);
        string around = $"engine {FactorEngine.Version} {RuntimeInformation.ProcessArchitecture}\ndata {dataVersion}\n{Axes(panel)}";
        return [.. digests.Select(d => new FactorKey(ContentHash.Of($"{around}\nfactor {d}")))];
    }

    /// <summary>Days, symbols and members.</summary>
    private static string Axes(Panel panel)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int t = 0; t < panel.Axes.Days; t++) hash.AppendData(BitConverter.GetBytes(panel.Calendar[t].DayNumber));
        foreach (Symbol symbol in panel.Symbols) hash.AppendData(Encoding.ASCII.GetBytes($"{symbol} "));
        for (int t = 0; t < panel.Axes.Days; t++) hash.AppendData(MemoryMarshal.AsBytes(panel.Members.Row(t)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
