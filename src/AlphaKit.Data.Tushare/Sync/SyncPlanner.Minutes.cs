namespace AlphaKit.Data.Tushare;

/// <content>Rows with times of day: windows of days, each asked of all shares, since their files are divided by day.</content>
internal sealed partial class SyncPlanner
{
    private const int BarsPerDay = 241;
    private const int BarsAtATime = 2_000_000;

    private SyncWork Minutes(SyncWork work, DateOnly? through, IReadOnlyDictionary<string, string> marks, DateOnly from, SyncMarket market)
    {
        // A share that was not held begins where the table begins, and so do all.
        string chosen = string.Join(' ', plan.MinuteShares.Distinct().Order());
        string[] held = (marks.GetValueOrDefault(SyncMarks.Codes) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool covered = held.Length == 0 || (chosen.Length > 0 && plan.MinuteShares.All(s => held.Contains(s.ToString())));
        if (!covered) through = null;
        Dictionary<string, string> At(DateOnly day) => new(Reached(work, day), StringComparer.Ordinal) { [SyncMarks.Codes] = chosen };
        if (through >= work.Target) return work;
        DateOnly first = through is { } last ? Max(from, last.AddDays(1 - plan.RevisitDays)) : from;
        List<SyncStep> steps = [.. Windows(work.Endpoint, first, work.Target, market).Select(w => new SyncStep(SyncMarks.Text(w.To), w.Slices, At(w.To), null))];
        return work with { Steps = steps, Finish = At(work.Target) };
    }

    private IEnumerable<(DateOnly To, IReadOnlyList<TushareSlice> Slices)> Windows(TushareEndpoint endpoint, DateOnly first, DateOnly last, SyncMarket market)
    {
        (Symbol Symbol, DateOnly Listed, DateOnly Delisted)[] shares = [.. CodesOf(endpoint, market).Where(s => plan.MinuteShares.Count == 0 || plan.MinuteShares.Contains(s.Symbol))];
        int days = Math.Clamp(BarsAtATime / (BarsPerDay * Math.Max(1, shares.Length)), 1, endpoint.Slicing.SpanDays);
        for (DateOnly from = first; from <= last; from = from.AddDays(days))
        {
            DateOnly to = Min(from.AddDays(days - 1), last);
            Symbol[] asked = [.. shares.Where(s => (s.Listed == SourceColumn.NoDate || s.Listed <= to) && (s.Delisted == SourceColumn.NoDate || s.Delisted >= from)).Select(s => s.Symbol)];
            yield return (to, asked.Length == 0 ? [] : SliceMaker.Make(endpoint, new TushareQuery { Symbols = asked, From = from, To = to }));
        }
    }
}
