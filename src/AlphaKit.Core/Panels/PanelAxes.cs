using System.Collections.Frozen;

namespace AlphaKit;

/// <summary>The two axes that matrices share: trading days (rows) and symbols (columns, ascending).</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class PanelAxes
{
    private readonly Symbol[] _symbols;
    private readonly Lazy<FrozenDictionary<Symbol, int>> _columnOf;

    /// <summary>Makes the axes.</summary>
    /// <param name="calendar">The days.</param>
    /// <param name="symbols">The symbols, strictly ascending.</param>
    /// <exception cref="ArgumentException">The symbols do not ascend strictly.</exception>
    public PanelAxes(TradingCalendar calendar, IEnumerable<Symbol> symbols)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(symbols);
        Calendar = calendar;
        _symbols = [.. symbols];
        for (int i = 1; i < _symbols.Length; i++)
        {
            if (_symbols[i] <= _symbols[i - 1])
                throw new ArgumentException($"Symbols must ascend: {_symbols[i]} follows {_symbols[i - 1]} at position {i}.", nameof(symbols));
        }

        _columnOf = new Lazy<FrozenDictionary<Symbol, int>>(() => Enumerable.Range(0, _symbols.Length).ToFrozenDictionary(i => _symbols[i]));
    }

    private PanelAxes(TradingCalendar calendar, PanelAxes columns)
    {
        Calendar = calendar;
        _symbols = columns._symbols;
        _columnOf = columns._columnOf;
    }

    /// <summary>The days.</summary>
    public TradingCalendar Calendar { get; }

    /// <summary>The symbols, ascending.</summary>
    public IReadOnlyList<Symbol> Symbols => _symbols;

    /// <summary>Number of days.</summary>
    public int Days => Calendar.Count;

    /// <summary>Number of symbols.</summary>
    public int Count => _symbols.Length;

    /// <summary>The column of a symbol; −1 if the axes do not hold it.</summary>
    /// <param name="symbol">The symbol.</param>
    public int ColumnOf(Symbol symbol) => _columnOf.Value.GetValueOrDefault(symbol, -1);

    /// <summary>The same symbols over a part of the days.</summary>
    /// <param name="start">First row.</param>
    /// <param name="count">How many rows.</param>
    public PanelAxes SliceDays(int start, int count)
    {
        TradingCalendar calendar = Calendar.Slice(start, count);
        return ReferenceEquals(calendar, Calendar) ? this : new PanelAxes(calendar, this);
    }

    /// <summary>True if both have the same days and symbols.</summary>
    /// <param name="other">The other axes.</param>
    public bool Matches(PanelAxes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(this, other)
            || (Calendar.Days.SequenceEqual(other.Calendar.Days)
                && (ReferenceEquals(_symbols, other._symbols) || _symbols.AsSpan().SequenceEqual(other._symbols)));
    }

    /// <summary>Days × symbols.</summary>
    public override string ToString() => $"{Calendar} × {Count} symbols";
}
