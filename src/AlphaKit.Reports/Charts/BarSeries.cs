namespace AlphaKit.Reports;

/// <summary>One series of a <see cref="BarChart"/>: a value per category, NaN where there is none.</summary>
internal sealed record BarSeries(string Name, string Chinese, Tone Tone, IReadOnlyList<double> Values)
{
    /// <summary>Its name for readers of Chinese.</summary>
    public string InChinese => Chinese.Length > 0 ? Chinese : Name;
}
