namespace AlphaKit.Data.Tushare;

/// <summary>Turns a plan and the marks of the store into steps.</summary>
internal sealed partial class SyncPlanner(TushareSyncPlan plan, TushareOptions options, DateTimeOffset now)
{
    private const int RevisitedQuarters = 8;
    private static readonly DateOnly s_beginning = new(1990, 1, 1);

    /// <summary>The steps that a table needs.</summary>
    /// <exception cref="InsufficientDataException">The table needs trading days or shares, and the store has none.</exception>
    public SyncWork Plan(TushareEndpoint endpoint, IReadOnlyDictionary<string, string> marks, SyncMarket market)
    {
        DateOnly target = Min(endpoint.Ready.LastReadyDay(now), Min(plan.To ?? DateOnly.MaxValue, endpoint.Until ?? DateOnly.MaxValue));
        DateOnly from = Max(plan.From, endpoint.Since ?? DateOnly.MinValue);
        DateOnly? through = SyncMarks.Day(marks.GetValueOrDefault(SyncMarks.Through));
        DateOnly held = SyncMarks.Day(marks.GetValueOrDefault(SyncMarks.From)) ?? DateOnly.MaxValue;
        bool started = held <= plan.From;
        if (!started)
        {
            through = null;
            marks = Marks();
        }

        string mark = SyncMarks.Text(Min(held, plan.From));
        SyncWork work = new(endpoint, endpoint.Name, SyncTables.Of(endpoint), target, mark, [], Marks((SyncMarks.From, mark)), SyncMarks.Days(marks.GetValueOrDefault(SyncMarks.Gaps)));
        if (from > target && endpoint.Slicing.Rule is TushareSliceRule.Day or TushareSliceRule.Range) return work;
        SyncWork usual = Usual(work, through, marks, from, market);
        return through is { } until ? WithAudit(usual, until, marks, from, market) : usual;
    }

    private SyncWork Usual(SyncWork work, DateOnly? through, IReadOnlyDictionary<string, string> marks, DateOnly from, SyncMarket market)
    {
        TushareEndpoint endpoint = work.Endpoint;
        DateOnly target = work.Target;
        if (endpoint.Name == "trade_cal") return Calendar(work, through, from);
        if (endpoint.EventDate?.IsTime == true) return Minutes(work, through, marks, from, market);
        if (IsByPeriod(endpoint)) return Quarters(work with { Api = ApiOf(endpoint) }, PeriodParameterOf(endpoint), through, marks, from);
        return endpoint.Slicing.Rule switch
        {
            TushareSliceRule.Whole => through >= target ? work : Whole(work),
            TushareSliceRule.Day => Days(work, through, from, market),
            TushareSliceRule.Range => Ranges(work, through, from),
            _ => Codes(work, through, marks, from, market),
        };
    }

    private static SyncWork Calendar(SyncWork work, DateOnly? through, DateOnly from)
    {
        if (through >= work.Target) return work;
        DateOnly end = new(Max(work.Target, from).Year, 12, 31);
        IReadOnlyList<TushareSlice> slices = SliceMaker.Make(work.Endpoint, new TushareQuery { From = from, To = end });
        return work with { Steps = [new SyncStep("", slices, Marks(), null)], Finish = Reached(work, work.Target) };
    }

    private static SyncWork Whole(SyncWork work) =>
        work with { Steps = [new SyncStep("", SliceMaker.Make(work.Endpoint, new TushareQuery()), Marks(), null)], Finish = Reached(work, work.Target) };

    private SyncWork Days(SyncWork work, DateOnly? through, DateOnly from, SyncMarket market)
    {
        if (market.TradingDays.Count == 0) throw new InsufficientDataException($"trading days for {work.Endpoint} (trade_cal)", 1, 0);
        DateOnly[] days = [.. market.TradingDays.Where(d => d >= from && d <= work.Target)];
        DateOnly[] again = through is { } last && !IsOver(work, last) ? [.. days.Where(d => d <= last).TakeLast(plan.RevisitDays)] : [];
        IEnumerable<DateOnly> asked = work.Gaps.Concat(again).Concat(days.Where(d => through is null || d > through)).Where(d => d >= from && d <= work.Target).Distinct().Order();
        List<SyncStep> steps = [];
        foreach (DateOnly day in asked)
        {
            DateOnly reached = through is { } t && t > day ? t : day;
            steps.Add(new SyncStep(SyncMarks.Text(day), SliceMaker.Make(work.Endpoint, new TushareQuery { Day = day }), Reached(work, reached), day));
        }

        return work with { Steps = steps, Finish = steps.Count == 0 ? work.Finish : steps[^1].Marks };
    }

    private SyncWork Ranges(SyncWork work, DateOnly? through, DateOnly from)
    {
        if (through >= work.Target && (plan.RevisitDays == 0 || IsOver(work, through.Value))) return work;
        DateOnly first = through is { } last ? Max(from, last.AddDays(1 - (plan.RevisitDays * 2))) : from;
        List<SyncStep> steps = [];
        foreach (IGrouping<DateOnly?, TushareSlice> window in SliceMaker.Make(work.Endpoint, new TushareQuery { From = first, To = work.Target }).GroupBy(s => s.To).OrderBy(g => g.Key))
            steps.Add(new SyncStep(SyncMarks.Text(window.Key!.Value), [.. window], Reached(work, through is { } t ? Max(t, window.Key.Value) : window.Key.Value), null));
        return work with { Steps = steps, Finish = Reached(work, work.Target) };
    }

    /// <summary>True if a table is asked by period for the whole market.</summary>
    private bool IsByPeriod(TushareEndpoint endpoint) =>
        endpoint.Slicing.Rule == TushareSliceRule.Period || (endpoint.MarketWideName is not null && options.Points >= endpoint.MarketWidePoints);

    private string ApiOf(TushareEndpoint endpoint) => endpoint.MarketWideName is { } twin && options.Points >= endpoint.MarketWidePoints ? twin : endpoint.Name;

    private string PeriodParameterOf(TushareEndpoint endpoint) => ApiOf(endpoint) == endpoint.Name ? endpoint.Slicing.Parameter : "period";

    private static DateOnly FirstQuarterOf(DateOnly from) => from.AddYears(-2);

    /// <summary>True if the vendor's series has ended and the store holds its end.</summary>
    private static bool IsOver(SyncWork work, DateOnly through) => work.Endpoint.Until is { } until && through >= until;

    private static SyncWork Quarters(SyncWork work, string parameter, DateOnly? through, IReadOnlyDictionary<string, string> marks, DateOnly from)
    {
        if (through >= work.Target) return work;

        // Figures of the year before the first day are what the first day's yearly comparisons need.
        IEnumerable<DateOnly> quarters = SliceMaker.QuarterEnds(FirstQuarterOf(from), work.Target.AddMonths(3));
        if (through is not null) quarters = quarters.TakeLast(RevisitedQuarters);
        else if (SyncMarks.Day(marks.GetValueOrDefault(SyncMarks.Quarter)) is { } done) quarters = quarters.Where(q => q > done);
        List<SyncStep> steps = [];
        foreach (DateOnly quarter in quarters)
        {
            TushareSlice slice = new(work.Endpoint, [new(parameter, SyncMarks.Text(quarter))], null, null);
            steps.Add(new SyncStep(
                SyncMarks.Text(quarter), [slice], Marks((SyncMarks.From, work.FromMark), (SyncMarks.Quarter, through is null ? SyncMarks.Text(quarter) : "")), null));
        }

        return work with { Steps = steps, Finish = Marks((SyncMarks.From, work.FromMark), (SyncMarks.Through, SyncMarks.Text(work.Target)), (SyncMarks.Quarter, "")) };
    }

    /// <summary>Passes over all codes: the rest of one that was cut off, then one up to the target.</summary>
    private SyncWork Codes(SyncWork work, DateOnly? through, IReadOnlyDictionary<string, string> marks, DateOnly from, SyncMarket market)
    {
        List<SyncStep> steps = [];
        DateOnly? pass = SyncMarks.Day(marks.GetValueOrDefault(SyncMarks.Pass));
        if (pass is { } open && Symbol.TryParse(marks.GetValueOrDefault(SyncMarks.Code), out Symbol reached))
        {
            DateOnly end = Min(open, work.Target);
            steps.AddRange(Pass(work, through, from, end, market, marks, reached));
            through = end;
        }

        if (through is null || through < work.Target || (marks.GetValueOrDefault(SyncMarks.Codes) ?? "") != IndicesOf(work.Endpoint)) steps.AddRange(Pass(work, through, from, work.Target, market, marks, null));
        return steps.Count == 0 && pass is null
            ? work
            : work with { Steps = steps, Finish = Marks((SyncMarks.From, work.FromMark), (SyncMarks.Through, SyncMarks.Text(Max(work.Target, through ?? work.Target))), (SyncMarks.Pass, ""), (SyncMarks.Code, ""), (SyncMarks.Codes, IndicesOf(work.Endpoint))) };
    }

    /// <summary>The indices that a table holds; empty for shares, which stock_basic names.</summary>
    private string IndicesOf(TushareEndpoint endpoint) => endpoint.Slicing.Rule == TushareSliceRule.Index ? string.Join(' ', plan.Indices.Distinct().Order()) : "";

    private IEnumerable<SyncStep> Pass(SyncWork work, DateOnly? through, DateOnly from, DateOnly target, SyncMarket market, IReadOnlyDictionary<string, string> marks, Symbol? after)
    {
        TushareEndpoint endpoint = work.Endpoint;
        bool spans = endpoint.Slicing.FromParameter.Length > 0;
        bool byReport = endpoint.Announced.Count > 0, byIndex = endpoint.Slicing.Rule == TushareSliceRule.Index;
        string[] held = (marks.GetValueOrDefault(SyncMarks.Codes) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach ((Symbol code, DateOnly listed, DateOnly delisted) in CodesOf(endpoint, market))
        {
            if (after is { } done && code <= done) continue;
            if (delisted != SourceColumn.NoDate && delisted < from) continue;
            if (listed != SourceColumn.NoDate && listed > target) continue;

            // Reports are asked whole: a correction may carry an old date. A young share's rows may be older than the last run.
            bool whole = through is null || (byIndex && !held.Contains(code.ToString())) || (listed != SourceColumn.NoDate && listed > through.Value.AddDays(-30));
            DateOnly first = byReport ? s_beginning : whole ? from : Max(from, through!.Value.AddDays(1 - (plan.RevisitDays * 2)));
            if (!byReport && delisted != SourceColumn.NoDate && delisted < first) continue;
            if (first > target) continue;
            IReadOnlyList<TushareSlice> slices = SliceMaker.Make(endpoint, spans ? new TushareQuery { Symbol = code, From = first, To = target } : new TushareQuery { Symbol = code });
            yield return new SyncStep(
                code.ToString(), slices, Marks((SyncMarks.From, work.FromMark), (SyncMarks.Pass, SyncMarks.Text(target)), (SyncMarks.Code, code.ToString())), null);
        }
    }

    private IEnumerable<(Symbol Symbol, DateOnly Listed, DateOnly Delisted)> CodesOf(TushareEndpoint endpoint, SyncMarket market)
    {
        if (endpoint.Slicing.Rule == TushareSliceRule.Index) return plan.Indices.Distinct().Order().Select(i => (i, SourceColumn.NoDate, SourceColumn.NoDate));
        return market.Shares.Count > 0 ? market.Shares : throw new InsufficientDataException($"shares for {endpoint} (stock_basic)", 1, 0);
    }

    private static Dictionary<string, string> Reached(SyncWork work, DateOnly day) => Marks((SyncMarks.From, work.FromMark), (SyncMarks.Through, SyncMarks.Text(day)));

    private static Dictionary<string, string> Marks(params (string Name, string Value)[] marks) => marks.ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
