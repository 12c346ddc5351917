using System.Globalization;

namespace AlphaKit.Factors.Tests.Libraries.Golden;

/// <summary>Compares computed factors with golden values cell by cell and reports all that differ at once.</summary>
internal static class GoldenCheck
{
    public const double Relative = 1e-5;
    public const double Absolute = 5e-6;

    /// <param name="golden">The values made outside.</param>
    /// <param name="compute">The computed values of a name; missing outside the universe.</param>
    /// <param name="allowed">Cells of a name that may differ because rounding decides a rank or a comparison there.</param>
    /// <returns>How many cells were compared and how many of them differ.</returns>
    public static (int Compared, int Different) Run(GoldenValues golden, Func<string, FactorValues> compute, Func<string, int>? allowed = null)
    {
        List<string> findings = [];
        int compared = 0, unequal = 0;
        foreach (string name in golden.Names)
        {
            FieldMatrix values = compute(name).Values;
            List<string> different = [];
            int present = 0;
            foreach ((int day, double[] expected) in golden[name])
            {
                for (int k = 0; k < expected.Length; k++)
                {
                    if (!GoldenPanel.Instance.Members[day, golden.Columns[k]]) continue;
                    compared++;
                    double actual = values[day, golden.Columns[k]];
                    if (!double.IsNaN(expected[k])) present++;
                    bool same = double.IsNaN(expected[k])
                        ? double.IsNaN(actual)
                        : Math.Abs(actual - expected[k]) <= (Relative * Math.Abs(expected[k])) + Absolute;
                    if (!same) different.Add(string.Create(CultureInfo.InvariantCulture, $"day {day} column {golden.Columns[k]}: expected {expected[k]:R}, got {actual:R}"));
                }
            }

            unequal += different.Count;
            if (present == 0) findings.Add($"{name}: no golden value at all");
            if (different.Count > (allowed?.Invoke(name) ?? 0)) findings.Add($"{name}: {string.Join("; ", different)}");
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        return (compared, unequal);
    }
}
