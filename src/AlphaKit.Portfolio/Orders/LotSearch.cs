using System.Runtime.InteropServices;

namespace AlphaKit.Portfolio;

/// <summary>
/// Chooses whole lots: starts from the valid trades nearest to the relaxed optimum, takes back what the cash does not allow at the smallest loss
/// per yuan freed, then improves by single moves, pairs (one name more, one less) and triples until none helps. Where cash is no
/// constraint every name is at its nearest valid trade, which is optimal. Names come in symbol order and ties go to the first, so that the outcome
/// depends on the problem alone.
/// </summary>
internal sealed class LotSearch
{
    private const int MostTripleMoves = 160;
    private const double LeastGain = 1e-9; // of the squared price of one lot: below it a gain is rounding

    private readonly IReadOnlyList<TradableName> _names;
    private readonly SaleProceeds _proceeds;
    private readonly long[] _trades;
    private readonly decimal[] _cash;
    private readonly List<Move>[] _moves;
    private readonly double _largestLot;
    private decimal _left;

    private LotSearch(IReadOnlyList<TradableName> names, IReadOnlyList<double> relaxed, decimal cash, SaleProceeds proceeds)
    {
        _names = names;
        _proceeds = proceeds;
        _trades = new long[names.Count];
        _cash = new decimal[names.Count];
        _moves = new List<Move>[names.Count];
        _largestLot = names.Count == 0 ? 0 : names.Max(n => n.Price * n.Rule.MinimumBuy);
        _left = cash;
        for (int i = 0; i < names.Count; i++)
        {
            TradableName name = names[i];
            _trades[i] = name.Nearest((relaxed[i] / name.Price) - name.Held);
            if (!Takes(i, _trades[i], out _cash[i])) (_trades[i], _cash[i]) = (0, 0m);
            _left -= _cash[i];
        }

        for (int i = 0; i < names.Count; i++) Refresh(i);
    }

    /// <summary>The trades, in the order of the names.</summary>
    /// <param name="names">The names, ascending.</param>
    /// <param name="relaxed">The values of the relaxed optimum.</param>
    /// <param name="cash">Cash that may be spent.</param>
    /// <param name="proceeds">Whether sales add to it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static long[] Run(IReadOnlyList<TradableName> names, IReadOnlyList<double> relaxed, decimal cash, SaleProceeds proceeds, CancellationToken cancellationToken)
    {
        LotSearch search = new(names, relaxed, cash, proceeds);
        search.Repair(cancellationToken);
        while (search.Single() || search.Pair() || search.Triple()) cancellationToken.ThrowIfCancellationRequested();
        return search._trades;
    }

    // Cash that a trade takes from what may be spent; false for a sale that brings nothing in.
    private bool Takes(int name, long trade, out decimal cash)
    {
        cash = _names[name].CashFor(trade);
        if (trade >= 0) return true;
        if (cash >= 0) return false;
        if (_proceeds == SaleProceeds.Keep) cash = 0m;
        return true;
    }

    private void Refresh(int name)
    {
        List<Move> moves = _moves[name] ??= [];
        moves.Clear();
        TradableName n = _names[name];
        long trade = _trades[name];
        double lot = n.Price * n.Rule.Step;
        int doublings = 3;
        while (doublings < 24 && lot * (1L << doublings) < 2 * _largestLot) doublings++;
        long up = trade, down = trade;
        for (int k = 0; k < doublings; k++)
        {
            long jump = n.Rule.Step << k;
            if (n.AtLeast(trade + jump) is { } more && more > up) Add(up = more);
            if (n.AtMost(trade - jump) is { } less && less < down) Add(down = less);
        }

        if (trade > 0 && down > 0) Add(0);
        void Add(long to)
        {
            if (!Takes(name, to, out decimal cash)) return;
            Move move = new(name, to, n.Miss(to) - n.Miss(trade), cash - _cash[name]);
            if (move.Miss < 0 || move.Cash < 0) moves.Add(move);
        }
    }

    private void Apply(Move move)
    {
        _trades[move.Name] = move.Trade;
        _cash[move.Name] += move.Cash;
        _left -= move.Cash;
        Refresh(move.Name);
    }

    private void Repair(CancellationToken cancellationToken)
    {
        while (_left < 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Move best = default;
            double bestPrice = double.PositiveInfinity;
            foreach (List<Move> moves in _moves)
            {
                foreach (Move move in moves)
                {
                    if (move.Cash >= 0) continue;
                    double freed = (double)Math.Min(-move.Cash, -_left), price = move.Miss / freed;
                    if (price < bestPrice) (best, bestPrice) = (move, price);
                }
            }

            if (double.IsPositiveInfinity(bestPrice)) return;
            Apply(best);
        }
    }

    private double Threshold(Move move) => -LeastGain * Math.Max(1, _names[move.Name].Price * _names[move.Name].Price);

    private bool Single()
    {
        Move best = default;
        foreach (List<Move> moves in _moves)
        {
            foreach (Move move in moves)
            {
                if (move.Miss < Threshold(move) && move.Miss < best.Miss && move.Cash <= Math.Max(_left, 0m)) best = move;
            }
        }

        if (best.Miss >= 0) return false;
        Apply(best);
        return true;
    }

    // A move that gains but lacks cash, with the cheapest move of another name that frees enough.
    private bool Pair()
    {
        List<Move> gaining = [], freeing = [];
        foreach (List<Move> moves in _moves)
        {
            foreach (Move move in moves)
            {
                if (move.Cash < 0) freeing.Add(move);
                else if (move.Miss < Threshold(move)) gaining.Add(move);
            }
        }

        freeing.Sort((a, b) => a.Cash != b.Cash ? a.Cash.CompareTo(b.Cash) : Order(a, b));

        // cheapest[k] and other[k]: the two cheapest of the first k + 1 freeing moves, of different names.
        Move[] cheapest = new Move[freeing.Count], other = new Move[freeing.Count];
        Move first = Move.None, second = Move.None;
        for (int k = 0; k < freeing.Count; k++)
        {
            Move move = freeing[k];
            if (move.Miss < first.Miss)
            {
                if (first.Name != move.Name) second = first;
                first = move;
            }
            else if (move.Name != first.Name && move.Miss < second.Miss)
            {
                second = move;
            }

            (cheapest[k], other[k]) = (first, second);
        }

        double best = 0;
        Move take = default, give = default;
        foreach (Move gain in gaining)
        {
            int last = LastFreeing(freeing, gain.Cash - _left);
            if (last < 0) continue;
            Move partner = cheapest[last].Name != gain.Name ? cheapest[last] : other[last];
            double miss = gain.Miss + partner.Miss;
            if (miss < Threshold(gain) && miss < best) (best, take, give) = (miss, gain, partner);
        }

        if (best == 0) return false;
        Apply(give);
        Apply(take);
        return true;
    }

    // Two moves for one, over the moves nearest to their targets: closes most of what pairs leave open where names are few.
    private bool Triple()
    {
        List<Move> all = [];
        foreach (List<Move> moves in _moves) all.AddRange(moves);
        if (all.Count > MostTripleMoves) return false;
        foreach (ref Move move in CollectionsMarshal.AsSpan(all))
        {
            if (move.Miss >= 0) continue;
            Move gain = move;
            double best = 0;
            Move one = default, two = default;
            for (int i = 0; i < all.Count; i++)
            {
                if (all[i].Name == gain.Name || gain.Miss + all[i].Miss >= -gain.Miss) continue;
                for (int j = i + 1; j < all.Count; j++)
                {
                    if (all[j].Name == gain.Name || all[j].Name == all[i].Name) continue;
                    double miss = gain.Miss + all[i].Miss + all[j].Miss;
                    if (miss < best && miss < Threshold(gain) && gain.Cash + all[i].Cash + all[j].Cash <= _left) (best, one, two) = (miss, all[i], all[j]);
                }
            }

            if (best == 0) continue;
            Apply(one);
            Apply(two);
            Apply(gain);
            return true;
        }

        return false;
    }

    // The last move in order that frees at least that much; −1 for none.
    private static int LastFreeing(List<Move> freeing, decimal needed)
    {
        int low = 0, high = freeing.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (-freeing[middle].Cash >= needed) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    private static int Order(Move a, Move b) => a.Name != b.Name ? a.Name.CompareTo(b.Name) : a.Trade.CompareTo(b.Trade);

    /// <summary>A name goes to another trade.</summary>
    /// <param name="Name">Which.</param>
    /// <param name="Trade">The trade it goes to.</param>
    /// <param name="Miss">Change of (value − target)².</param>
    /// <param name="Cash">Change of the cash taken.</param>
    private readonly record struct Move(int Name, long Trade, double Miss, decimal Cash)
    {
        public static Move None { get; } = new(-1, 0, double.PositiveInfinity, 0m);
    }
}
