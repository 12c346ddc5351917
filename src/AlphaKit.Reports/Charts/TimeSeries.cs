namespace AlphaKit.Reports;

/// <summary>One series of a <see cref="TimeChart"/>: a value per date, NaN where there is none.</summary>
internal sealed record TimeSeries(string Name, string Chinese, Tone Tone, IReadOnlyList<double> Values, SeriesKind Kind = SeriesKind.Line);
