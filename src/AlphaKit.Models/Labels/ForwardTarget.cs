using System.Globalization;
using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// A further target beside the label, for networks with several heads: volatility, Sharpe ratio or drawdown over the days after the decision. Fixed
/// window, entered like a label on T + 1, known <see cref="Horizon"/> days after T. Days without a price are passed over: the return spans them.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record ForwardTarget
{
    private ForwardTarget(TargetKind kind, int days) => (Kind, Days) = (kind, days);

    /// <summary>What is measured.</summary>
    public TargetKind Kind { get; }

    /// <summary>Trading days from the entry on T + 1 to the end.</summary>
    public int Days { get; }

    /// <summary>Trading days after T until the target of T is known: 1 + <see cref="Days"/>.</summary>
    public int Horizon => 1 + Days;

    /// <summary>Name, for tables and manifests.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Kind}({Days})");

    /// <summary>Volatility over the next days.</summary>
    /// <param name="days">2 to <see cref="Label.MaxDays"/> trading days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public static ForwardTarget Volatility(int days = 20) => Of(TargetKind.Volatility, days);

    /// <summary>Sharpe ratio over the next days.</summary>
    /// <param name="days">2 to <see cref="Label.MaxDays"/> trading days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public static ForwardTarget Sharpe(int days = 20) => Of(TargetKind.Sharpe, days);

    /// <summary>Drawdown over the next days.</summary>
    /// <param name="days">2 to <see cref="Label.MaxDays"/> trading days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public static ForwardTarget Drawdown(int days = 20) => Of(TargetKind.Drawdown, days);

    /// <summary>Computes the target of every day and symbol.</summary>
    /// <param name="panel">The data; must hold <see cref="Field.AdjustedClose"/>.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks the price.</exception>
    /// <exception cref="InsufficientDataException">The panel has no more days than <see cref="Horizon"/>.</exception>
    public TargetValues Compute(Panel panel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        FieldMatrix price = panel[Field.AdjustedClose];
        int days = panel.Axes.Days;
        if (days <= Horizon) throw new InsufficientDataException($"trading days for {Name}", Horizon + 1, days);
        FieldMatrix values = FieldMatrix.Create(days, panel.Axes.Count, (t, row) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < row.Length; i++) row[i] = t + Horizon < days ? (float)Measure(price, t + 1, i) : float.NaN;
        });
        return new TargetValues(this, panel.Axes, values);
    }

    private static ForwardTarget Of(TargetKind kind, int days) => days is >= 2 and <= Label.MaxDays
        ? new ForwardTarget(kind, days)
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"Must be 2 to {Label.MaxDays} trading days.");

    private double Measure(FieldMatrix price, int entry, int column)
    {
        double last = price[entry, column];
        if (!(last > 0) || !double.IsFinite(last)) return double.NaN;
        double highest = last, fall = 0, mean = 0, squares = 0;
        int n = 0;
        for (int t = entry + 1; t <= entry + Days; t++)
        {
            double p = price[t, column];
            if (!(p > 0) || !double.IsFinite(p)) continue;
            double r = (p / last) - 1, d = r - mean;
            n++;
            mean += d / n;
            squares += d * (r - mean);
            last = p;
            highest = Math.Max(highest, p);
            fall = Math.Max(fall, 1 - (p / highest));
        }

        if (n < 2) return double.NaN;
        double deviation = Math.Sqrt(squares / (n - 1));
        return Kind switch
        {
            TargetKind.Volatility => deviation,
            TargetKind.Drawdown => fall,
            _ => deviation > 1e-12 ? mean / deviation : double.NaN,
        };
    }
}
