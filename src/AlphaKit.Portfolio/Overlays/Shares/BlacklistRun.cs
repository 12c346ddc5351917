namespace AlphaKit.Portfolio;

/// <summary>Goes through the predictions whose outcomes have become known.</summary>
internal sealed class BlacklistRun(Blacklist rule, Scores predictions) : IOverlayRun
{
    private readonly int[] _streaks = new int[predictions.Axes.Count];
    private readonly SortedDictionary<Symbol, (DateOnly From, int Row)> _banned = [];
    private int _next;

    public void Apply(DecisionContext context, TargetDraft draft)
    {
        TradingCalendar calendar = context.Past.Calendar;
        FieldMatrix close = context.Past[Field.AdjustedClose];
        int last = Newest.Index(context, Field.AdjustedClose.KnownAt);
        for (; _next < predictions.Axes.Days; _next += rule.Every)
        {
            int start = calendar.IndexAtOrBefore(predictions.Axes.Calendar[_next]) + rule.Delay, end = start + rule.Horizon;
            if (end > last) break;
            if (start < rule.Delay) continue;
            Judge(context, draft, close, start, end);
        }

        foreach ((Symbol symbol, (DateOnly from, int row)) in _banned.ToArray())
        {
            bool isOver = rule.DayKind == DayKind.Trading ? calendar.Count - 1 - row >= rule.Days : context.Today.DayNumber - from.DayNumber >= rule.Days;
            if (isOver)
            {
                _banned.Remove(symbol);
                draft.Log("released", double.NaN, FormattableString.Invariant($"banned since {from:yyyy-MM-dd}"), symbol);
            }
            else if (rule.Holding == BannedHolding.Sell)
            {
                draft.Scale(symbol, 0);
            }
            else
            {
                draft.NoBuying(symbol);
            }
        }
    }

    private void Judge(DecisionContext context, TargetDraft draft, FieldMatrix close, int start, int end)
    {
        ReadOnlySpan<float> scores = predictions.Values.Row(_next);
        for (int i = 0; i < scores.Length; i++)
        {
            Symbol symbol = predictions.Axes.Symbols[i];
            int column = context.Past.Axes.ColumnOf(symbol);
            if (column < 0 || float.IsNaN(scores[i])) continue;
            double change = ((double)close[end, column] / close[start, column]) - 1;
            if (!double.IsFinite(change)) continue;
            int predicted = scores[i] > (float)rule.UpAbove ? 1 : scores[i] < (float)rule.DownBelow ? -1 : 0;
            int realised = change > rule.Flat ? 1 : change < -rule.Flat ? -1 : 0;
            _streaks[i] = predicted == realised ? 0 : _streaks[i] + 1;
            if (_streaks[i] < rule.Wrong) continue;
            _streaks[i] = 0;
            DateOnly day = context.Past.Calendar[end];
            _banned[symbol] = (day, end);
            draft.Log(day, "banned", rule.Wrong, FormattableString.Invariant($"{rule.Wrong} wrong predictions in a row"), symbol);
        }
    }
}
