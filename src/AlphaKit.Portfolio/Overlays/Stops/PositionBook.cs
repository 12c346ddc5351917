namespace AlphaKit.Portfolio;

/// <summary>
/// What each position cost and since when it is held, from the holdings of one decision after another. Everything is in adjusted prices: a position of
/// value V at adjusted close P is V / P units, which neither bonus shares nor dividends increase, so more units mean a purchase, dealt on the
/// dealing day of the decision before.
/// </summary>
internal sealed class PositionBook(Field entryPrice)
{
    /// <summary>Units must grow by this part before it counts as a purchase: lots of shares and rounded prices make less.</summary>
    private const double SmallestPurchase = 0.005;

    private readonly Dictionary<Symbol, Entry> _entries = [];
    private DateOnly? _dealt;

    /// <summary>The positions held, ascending by symbol.</summary>
    public IReadOnlyList<(Symbol Symbol, Entry Entry)> Positions { get; private set; } = [];

    /// <summary>Reads the holdings of a decision.</summary>
    public void Observe(DecisionContext context)
    {
        Dictionary<Symbol, Entry> before = new(_entries);
        _entries.Clear();
        List<(Symbol, Entry)> positions = [];
        int last = Newest.Index(context, Field.AdjustedClose.KnownAt);
        FieldMatrix close = context.Past[Field.AdjustedClose];
        foreach (Holding holding in context.Holdings.Positions)
        {
            int column = context.Past.Axes.ColumnOf(holding.Symbol);
            if (holding.Shares <= 0) continue;
            bool isKnown = before.TryGetValue(holding.Symbol, out Entry? entry);
            double price = column >= 0 ? LastPrice(close, last, column) : double.NaN;
            if (!(price > 0))
            {
                if (isKnown) _entries[holding.Symbol] = entry!;
                continue;
            }

            double units = (double)holding.Value / price;
            if (!isKnown)
            {
                (double cost, DateOnly day) = Cost(context, column, price);
                entry = new Entry(day, cost, units, price);
            }
            else if (units > entry!.Units * (1 + SmallestPurchase))
            {
                (double cost, _) = Cost(context, column, price);
                entry = entry with { Cost = ((entry.Units * entry.Cost) + ((units - entry.Units) * cost)) / units, Units = units, Price = price };
            }
            else
            {
                entry = entry with { Units = units, Price = price };
            }

            _entries[holding.Symbol] = entry;
            positions.Add((holding.Symbol, entry));
        }

        Positions = positions;
        _dealt = context.TradingDay;
    }

    /// <summary>The highest adjusted close since the purchase, its cost included.</summary>
    public static double Peak(DecisionContext context, Symbol symbol, Entry entry)
    {
        FieldMatrix close = context.Past[Field.AdjustedClose];
        int column = context.Past.Axes.ColumnOf(symbol), last = Newest.Index(context, Field.AdjustedClose.KnownAt);
        double peak = entry.Cost;
        for (int t = Math.Max(0, context.Past.Calendar.IndexAtOrAfter(entry.Since)); t <= last; t++)
        {
            if (close[t, column] > peak) peak = close[t, column];
        }

        return peak;
    }

    /// <summary>The price of the last dealing day, or the close of that day, or the newest price where holdings were there before the run.</summary>
    private (double Cost, DateOnly Day) Cost(DecisionContext context, int column, double price)
    {
        if (_dealt is not { } day || day > context.Today) return (price, context.Today);
        int row = context.Past.Calendar.IndexAtOrBefore(day);
        float dealt = context.Past[entryPrice][row, column];
        if (!(dealt > 0)) dealt = context.Past[Field.AdjustedClose][row, column];
        return (dealt > 0 ? dealt : price, day);
    }

    private static double LastPrice(FieldMatrix close, int last, int column)
    {
        for (int t = last; t >= 0; t--)
        {
            if (close[t, column] > 0) return close[t, column];
        }

        return double.NaN;
    }

    /// <summary>One position.</summary>
    /// <param name="Since">Day of the first purchase.</param>
    /// <param name="Cost">Mean adjusted price paid.</param>
    /// <param name="Units">Value / adjusted close.</param>
    /// <param name="Price">Newest adjusted close.</param>
    public sealed record Entry(DateOnly Since, double Cost, double Units, double Price);
}
