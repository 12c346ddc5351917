using System.Runtime.InteropServices;

namespace AlphaKit.Backtest;

/// <summary>
/// The books of one backtest, in whole <see cref="PriceUnits"/>. Every change of value is booked twice: on the balance (cash, lots, receivables, dividend
/// tax owed) and in profit and loss; <see cref="Close"/> adds up the balance afresh and compares.
/// </summary>
/// <param name="columns">Number of shares in the panel.</param>
/// <param name="cash">Cash at the start.</param>
internal sealed partial class Ledger(int columns, long cash)
{
    private readonly Position?[] _byColumn = new Position?[columns];
    private readonly List<Position> _held = [];
    private readonly List<Position> _opened = [];
    private readonly List<Receivable> _receivables = [];
    private long _profit;         // since the last close, without fees and without revaluation
    private long _revaluation;    // since the last close: Σ shares × (new mark − old mark)
    private long _feesToday;

    /// <summary>Cash.</summary>
    public long Cash { get; private set; } = cash;

    /// <summary>Dividends earned and not yet paid.</summary>
    public long Receivables { get; private set; }

    /// <summary>Dividend tax owed if everything were sold today.</summary>
    public long Liabilities { get; private set; }

    /// <summary>Net asset value at the last close.</summary>
    public long NetAssetValue { get; private set; } = cash;

    /// <summary>Value of the positions at the last close.</summary>
    public long PositionsValue { get; private set; }

    /// <summary>Fees since the last close.</summary>
    public long FeesToday => _feesToday;

    /// <summary>The positions, ordered by column after each close.</summary>
    public ReadOnlySpan<Position> Held => CollectionsMarshal.AsSpan(_held);

    /// <summary>The position in a column, or null if nothing is held.</summary>
    public Position? Find(int column) => _byColumn[column] is { Shares: > 0 } position ? position : null;

    /// <summary>True if the share is held, or was when the day began.</summary>
    public bool Knows(int column) => _byColumn[column] is not null;

    /// <summary>Values a position at another price.</summary>
    public void Mark(Position position, long price)
    {
        if (price == position.Mark) return;
        _revaluation = checked(_revaluation + (position.Shares * (price - position.Mark)));
        position.Mark = price;
    }

    /// <summary>
    /// Closes the day: drops empty positions, brings the tax owed to today's rates, and checks
    /// cash + positions + receivables − liabilities = net asset value of the day before + profit − fees, exactly.
    /// </summary>
    /// <exception cref="LedgerException">It does not hold.</exception>
    public void Close(DateOnly date)
    {
        DropEmpty();
        long units = 0;
        long owed = 0;
        foreach (Position position in Held)
        {
            long shares = 0;
            foreach (Lot lot in CollectionsMarshal.AsSpan(position.Lots))
            {
                if (lot.Shares < 0) throw new LedgerException(date, lot.Shares, $"a lot of column {position.Column} holds fewer than no shares.");
                shares += lot.Shares;
                if (lot.Claims is not null) owed += Reassess(lot, date);
            }

            if (shares != position.Shares) throw new LedgerException(date, shares - position.Shares, $"the lots of column {position.Column} hold other than the position's shares.");
            units = checked(units + (shares * position.Mark));
        }

        long receivables = 0;
        foreach (Receivable receivable in _receivables) receivables += receivable.Amount;
        if (Cash < 0) throw new LedgerException(date, PriceUnits.ToYuan(Cash), "cash is below zero.");
        long value = checked(Cash + units + receivables - owed);
        long expected = NetAssetValue + _profit + _revaluation - _feesToday;
        if (value != expected || receivables != Receivables || owed != Liabilities)
            throw new LedgerException(date, PriceUnits.ToYuan(value - expected), "cash + positions + receivables − liabilities must equal the net asset value of the day before + profit − fees.");
        NetAssetValue = value;
        PositionsValue = units;
        _profit = 0;
        _revaluation = 0;
        _feesToday = 0;
    }

    private void DropEmpty()
    {
        int kept = 0, ordered = 0;
        foreach (Position position in CollectionsMarshal.AsSpan(_held))
        {
            if (position.Shares == 0)
            {
                _byColumn[position.Column] = null;
                continue;
            }

            if (ordered == kept && (kept == 0 || _held[kept - 1].Column < position.Column)) ordered++;
            _held[kept++] = position;
        }

        _held.RemoveRange(kept, _held.Count - kept);
        if (ordered < kept) Merge(ordered);
    }

    // What was held before is in order; what was opened today follows it, mostly in order too.
    private void Merge(int ordered)
    {
        _opened.Clear();
        _opened.AddRange(CollectionsMarshal.AsSpan(_held)[ordered..]);
        Span<Position> opened = CollectionsMarshal.AsSpan(_opened), held = CollectionsMarshal.AsSpan(_held);
        for (int i = 1; i < opened.Length; i++)
        {
            if (opened[i - 1].Column < opened[i].Column) continue;
            opened.Sort(static (a, b) => a.Column.CompareTo(b.Column));
            break;
        }

        for (int last = opened.Length - 1, old = ordered - 1, to = held.Length - 1; last >= 0; to--)
        {
            held[to] = old >= 0 && held[old].Column > opened[last].Column ? held[old--] : opened[last--];
        }
    }

    private Position Open(int column, long price)
    {
        Position? position = _byColumn[column];
        if (position is null)
        {
            position = new Position(column) { Mark = price };
            _byColumn[column] = position;
            _held.Add(position);
        }
        else if (position.Shares == 0)
        {
            position.Mark = price;
        }

        return position;
    }
}
