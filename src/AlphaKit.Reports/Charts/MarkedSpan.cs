namespace AlphaKit.Reports;

/// <summary>A stretch of a <see cref="TimeChart"/> that is marked, with the point that matters.</summary>
/// <param name="From">Index of the first date.</param>
/// <param name="To">Index of the last date.</param>
/// <param name="Point">Index of the date whose value is dotted.</param>
/// <param name="Label">What it is.</param>
internal sealed record MarkedSpan(int From, int To, int Point, string Label);
