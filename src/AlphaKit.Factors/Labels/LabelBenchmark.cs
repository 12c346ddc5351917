using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>Closes of an index, to measure labels against.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class LabelBenchmark
{
    private readonly Dictionary<DateOnly, double> _closes = [];

    /// <summary>Makes a benchmark from index bars.</summary>
    /// <param name="bars">Bars of one index, a day at most once.</param>
    /// <exception cref="ArgumentException">There is no bar, there are two indexes or two bars on a day, or a close is not positive.</exception>
    public LabelBenchmark(IEnumerable<IndexBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        foreach (IndexBar bar in bars)
        {
            if (_closes.Count == 0) Index = bar.Index;
            if (bar.Index != Index) throw new ArgumentException($"The bars are of two indexes, {Index} and {bar.Index}.", nameof(bars));
            if (!(bar.Close > 0) || !double.IsFinite(bar.Close))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The close of {Index} on {bar.Date:yyyy-MM-dd} is {bar.Close}; it must be above 0."), nameof(bars));
            if (!_closes.TryAdd(bar.Date, bar.Close)) throw new ArgumentException($"{Index} has two bars on {bar.Date:yyyy-MM-dd}.", nameof(bars));
        }

        if (_closes.Count == 0) throw new ArgumentException("A benchmark needs at least one bar.", nameof(bars));
    }

    /// <summary>The index.</summary>
    public Symbol Index { get; }

    /// <summary>Return from close to close.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <exception cref="InsufficientDataException">A day has no bar.</exception>
    public double Return(DateOnly from, DateOnly to) => (CloseOn(to) / CloseOn(from)) - 1;

    private double CloseOn(DateOnly day) => _closes.TryGetValue(day, out double close)
        ? close
        : throw new InsufficientDataException($"bars of {Index} on {day:yyyy-MM-dd}", 1, 0);
}
