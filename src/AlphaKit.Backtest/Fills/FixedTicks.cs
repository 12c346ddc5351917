using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>A number of price ticks (最小变动价位), in CNY per share, on each side: 0.01 each for A shares, by the rulebook of the day.</summary>
public sealed class FixedTicks : ISlippage
{
    private readonly int _ticks;
    private readonly Rulebook _rules;

    private FixedTicks(int ticks, Rulebook rules)
    {
        if (ticks is < 0 or > 100) throw new ArgumentOutOfRangeException(nameof(ticks), ticks, "Must be 0 to 100 ticks per side.");
        _ticks = ticks;
        _rules = rules;
    }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{_ticks} ticks per side");

    /// <summary>Each of buy and sell costs that many ticks.</summary>
    /// <param name="ticks">0 to 100.</param>
    /// <param name="rules">The rulebook that knows the ticks; null for <see cref="Rulebook.AShare"/>.</param>
    public static FixedTicks PerSide(int ticks, Rulebook? rules = null) => new(ticks, rules ?? Rulebook.AShare);

    /// <inheritdoc/>
    public decimal PerShare(in SlippageRequest order) => _ticks * _rules.TickOn(order.Symbol, order.Date);
}
