using AlphaKit.Factors.Tests.Libraries.Golden;

namespace AlphaKit.Factors.Tests.Libraries;

/// <summary>What every factor of Alpha101, Alpha158 and Alpha360 must show, whatever its formula.</summary>
public sealed class PublishedFactorTests
{
    private static readonly Panel Complete = LibraryPanels.Complete(272, 30, seed: 21);

    private static readonly FactorSet Every = FactorSet.Alpha101.Add(FactorSet.Alpha158)
        .Add(Factors.Alpha360.All.Where(f => f.Name.EndsWith('7') || f.Name.EndsWith("59", StringComparison.Ordinal)));

    private static readonly Lazy<FeatureTensor> Clean = new(() => Every.Compute(GoldenPanel.Instance));

    [Theory]
    [InlineData(60)]
    [InlineData(270)]
    public void Sees_nothing_that_comes_later(int row)
    {
        foreach (IGrouping<Clock, NamedFactor> group in Every.GroupBy(f => f.Expression.KnownAt))
        {
            FeatureTensor poisoned = FactorSet.Of(group).Compute(GoldenPanel.Instance.PoisonedAfter(row, group.Key));
            foreach (NamedFactor factor in group) TestPanels.SameBits(Clean.Value[factor.Name].Values, poisoned[factor.Name].Values, row + 1);
        }
    }

    [Fact]
    public void Needs_the_days_of_its_look_back_and_not_one_more()
    {
        const int Row = 271;
        FeatureTensor whole = Every.Compute(Complete);
        List<string> findings = [];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, Every.Count).GroupBy(k => Every[k].Expression.LookBack))
        {
            int back = group.Key;
            FactorSet set = FactorSet.Of(group.Select(k => Every[k]));
            FeatureTensor enough = set.Compute(Complete.Rows(Row - back, Row));
            FeatureTensor oldest = set.Compute(Complete.Rows(Row - back, Row).WithGarbageIn(0));
            foreach (NamedFactor factor in set)
            {
                ReadOnlySpan<float> expected = whole[factor.Name].Values.Row(Row);
                if (LibraryPanels.Different(expected, enough[factor.Name].Values.Row(back)) > 0) findings.Add($"{factor.Name} needs more than {back} days");
                if (LibraryPanels.Different(expected, oldest[factor.Name].Values.Row(back)) == 0)
                    findings.Add($"{factor.Name} needs fewer than {back} days");
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public void Has_values_for_all_from_its_warm_up_on_and_strict_ones_none_before()
    {
        FeatureTensor x = Every.Compute(Complete);
        List<string> findings = [];
        foreach (NamedFactor factor in Every)
        {
            FieldMatrix values = x[factor.Name].Values;
            int back = factor.Expression.LookBack, first = Enumerable.Range(0, values.Rows).First(t => Present(values, t) > 0);
            bool strict = factor.Name.StartsWith("alpha", StringComparison.Ordinal) && !factor.Expression.ToString().Contains('?', StringComparison.Ordinal);
            if (first > back || (strict && first != back)) findings.Add($"{factor.Name}: first value in row {first}, look-back {back}");
            int cells = (values.Rows - back) * values.Columns, present = Enumerable.Range(back, values.Rows - back).Sum(t => Present(values, t));
            if (present < 0.9 * cells) findings.Add($"{factor.Name}: {present} of {cells} cells have a value after the warm-up");
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static int Present(FieldMatrix values, int row)
    {
        int present = 0;
        foreach (float v in values.Row(row)) present += float.IsNaN(v) ? 0 : 1;
        return present;
    }
}
