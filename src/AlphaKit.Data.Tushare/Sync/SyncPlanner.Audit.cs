namespace AlphaKit.Data.Tushare;

/// <content>What is held already and asked again, so that corrections of any age are noticed.</content>
internal sealed partial class SyncPlanner
{
    private SyncWork WithAudit(SyncWork work, DateOnly through, IReadOnlyDictionary<string, string> marks, DateOnly from, SyncMarket market)
    {
        if (plan.Audit is { } span) return Once(work, span, through, marks, from, market);
        bool isNew = work.Endpoint.Slicing.Rule == TushareSliceRule.Day ? work.Steps.Any(s => s.Day > through) : through < work.Target;
        return plan.AuditDays > 0 && isNew ? Rolling(work, through, marks, from, market) : work;
    }

    /// <summary>The span that was asked for: the rest of it where a run before was cut off.</summary>
    private SyncWork Once(SyncWork work, (DateOnly From, DateOnly To) span, DateOnly through, IReadOnlyDictionary<string, string> marks, DateOnly from, SyncMarket market)
    {
        string name = $"{SyncMarks.Text(span.From)} {SyncMarks.Text(span.To)} ";
        List<SyncStep> steps = [.. Again(work, span.From, span.To, through, from, market).Select(s => s with { Marks = Marks((SyncMarks.Audit, name + s.Label)), Day = null })];
        if (marks.GetValueOrDefault(SyncMarks.Audit) is { } done && done.StartsWith(name, StringComparison.Ordinal))
            steps.RemoveRange(0, steps.FindIndex(s => s.Label == done[name.Length..]) + 1);
        return work with { Audit = steps, AuditFinish = Marks((SyncMarks.Audit, "")) };
    }

    /// <summary>The next days in rotation. What is left at the end waits until it is as many days again, or the rotation would stay there.</summary>
    private SyncWork Rolling(SyncWork work, DateOnly through, IReadOnlyDictionary<string, string> marks, DateOnly from, SyncMarket market)
    {
        bool byShare = work.Endpoint.Slicing.Rule == TushareSliceRule.Stock && !IsByPeriod(work.Endpoint);
        if (byShare || IsAskedWhole(work.Endpoint)) return work;
        DateOnly beginning = IsByPeriod(work.Endpoint) ? FirstQuarterOf(from) : from, end = through.AddDays(-plan.RevisitDays);
        IReadOnlyList<DateOnly> reached = SyncMarks.Days(marks.GetValueOrDefault(SyncMarks.Audited));
        DateOnly first = beginning;
        DateOnly? until = null;
        if (reached is [DateOnly done, DateOnly round] && done >= beginning)
        {
            if (done < round) (first, until) = (done.AddDays(1), round);
            else if (done.AddDays(plan.AuditDays) <= end) first = done.AddDays(1);
        }

        DateOnly last = until ?? Min(first.AddDays(plan.AuditDays - 1), end);
        if (last < first) return work;
        Dictionary<string, string> Mark(DateOnly day) => Marks((SyncMarks.Audited, $"{SyncMarks.Text(day)} {SyncMarks.Text(last)}"));
        List<SyncStep> steps = [.. Again(work, first, last, through, from, market).Select(s => s with { Marks = SyncMarks.Day(s.Label) is { } day ? Mark(day) : Marks(), Day = null })];
        return work with { Audit = steps, AuditFinish = Mark(last), AuditRolls = true };
    }

    /// <summary>Tables that every run asks whole.</summary>
    private static bool IsAskedWhole(TushareEndpoint endpoint) => endpoint.Slicing.Rule == TushareSliceRule.Whole || endpoint.Name == "trade_cal";

    private IEnumerable<SyncStep> Again(SyncWork work, DateOnly first, DateOnly last, DateOnly through, DateOnly from, SyncMarket market)
    {
        TushareEndpoint endpoint = work.Endpoint;
        bool byPeriod = IsByPeriod(endpoint), byReport = !byPeriod && endpoint.Slicing.Rule == TushareSliceRule.Stock && endpoint.Announced.Count > 0;
        if (byReport || IsAskedWhole(endpoint)) return work.Steps.Count > 0 ? [] : Usual(work, null, Marks(), from, market).Steps;
        (first, last) = (Max(first, byPeriod ? FirstQuarterOf(from) : from), Min(last, through));
        if (first > last) return [];
        if (byPeriod)
            return SliceMaker.QuarterEnds(first, last).Select(q => new SyncStep(SyncMarks.Text(q), [new TushareSlice(endpoint, [new(PeriodParameterOf(endpoint), SyncMarks.Text(q))], null, null)], Marks(), null));
        if (endpoint.EventDate?.IsTime == true) return Windows(endpoint, first, last, market).Select(w => new SyncStep(SyncMarks.Text(w.To), w.Slices, Marks(), null));
        return endpoint.Slicing.Rule switch
        {
            TushareSliceRule.Day => market.TradingDays.Where(d => d >= first && d <= last).Select(d => new SyncStep(SyncMarks.Text(d), SliceMaker.Make(endpoint, new TushareQuery { Day = d }), Marks(), null)),
            TushareSliceRule.Range => SliceMaker.Make(endpoint, new TushareQuery { From = first, To = last }).GroupBy(s => s.To).OrderBy(g => g.Key).Select(g => new SyncStep(SyncMarks.Text(g.Key!.Value), [.. g], Marks(), null)),
            _ => CodesOf(endpoint, market)
                .Where(c => (c.Listed == SourceColumn.NoDate || c.Listed <= last) && (c.Delisted == SourceColumn.NoDate || c.Delisted >= first))
                .Select(c => new SyncStep(c.Symbol.ToString(), SliceMaker.Make(endpoint, SpanOf(endpoint, c.Symbol, first, last)), Marks(), null)),
        };
    }

    private static TushareQuery SpanOf(TushareEndpoint endpoint, Symbol code, DateOnly first, DateOnly last) =>
        endpoint.Slicing.FromParameter.Length > 0 ? new TushareQuery { Symbol = code, From = first, To = last } : new TushareQuery { Symbol = code };
}
