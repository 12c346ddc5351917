namespace AlphaKit.Data.Tushare;

/// <summary>Cuts a query into questions by the interface's slicing rule.</summary>
internal static class SliceMaker
{
    private const string CodeParameter = "ts_code";

    /// <exception cref="ArgumentException">The query asks for what the interface cannot answer.</exception>
    public static IReadOnlyList<TushareSlice> Make(TushareEndpoint endpoint, TushareQuery query)
    {
        if ((query.From is null) != (query.To is null)) throw new ArgumentException("From and To belong together.", nameof(query));
        if (query.From > query.To) throw new ArgumentException($"From ({query.From:yyyy-MM-dd}) must not be after To ({query.To:yyyy-MM-dd}).", nameof(query));
        if (query.Day is not null && query.From is not null) throw new ArgumentException("Give a day or a span, not both.", nameof(query));
        List<TushareSlice> slices = [];
        foreach (List<KeyValuePair<string, string>> variant in Variants(endpoint, query))
        {
            void Add(DateOnly? from, DateOnly? to, params KeyValuePair<string, string>[] more) =>
                slices.Add(new TushareSlice(endpoint, Merge(variant.Concat(more), query.Parameters), from, to));

            Cut(endpoint, query, Add);
        }

        return slices;
    }

    /// <summary>Quarter ends in a span.</summary>
    public static IEnumerable<DateOnly> QuarterEnds(DateOnly from, DateOnly to)
    {
        for (DateOnly month = new(from.Year, ((from.Month - 1) / 3 * 3) + 3, 1); ; month = month.AddMonths(3))
        {
            DateOnly end = month.AddMonths(1).AddDays(-1);
            if (end > to) yield break;
            if (end >= from) yield return end;
        }
    }

    private static void Cut(TushareEndpoint endpoint, TushareQuery query, Action<DateOnly?, DateOnly?, KeyValuePair<string, string>[]> add)
    {
        TushareSlicing slicing = endpoint.Slicing;
        bool byCode = slicing.Rule is TushareSliceRule.Stock or TushareSliceRule.Index;
        string codeParameter = byCode ? slicing.Parameter : CodeParameter;
        IReadOnlyList<Symbol> codes = query.Symbol is { } one ? [one] : byCode ? query.Symbols : [];
        DateOnly? from = query.From ?? query.Day, to = query.To ?? query.Day;
        if (codes.Count > 0)
        {
            bool spans = slicing.FromParameter.Length > 0 || slicing.Rule == TushareSliceRule.Day;
            if (from is not null && !spans) throw new ArgumentException($"{endpoint} takes no span of days; leave Day, From and To out.", nameof(query));
            foreach (Symbol code in codes)
            {
                KeyValuePair<string, string> parameter = new(codeParameter, code.ToString());
                if (from is null) add(null, null, [parameter]);
                else foreach ((DateOnly first, DateOnly last) in Spans(from.Value, to!.Value, slicing.SpanDays)) add(first, last, [parameter]);
            }

            return;
        }

        switch (slicing.Rule)
        {
            case TushareSliceRule.Stock or TushareSliceRule.Index when !query.Parameters.ContainsKey(slicing.Parameter):
                throw new ArgumentException($"{endpoint} is asked code by code: give Symbol or Symbols.", nameof(query));
            case TushareSliceRule.Whole when from is not null:
                throw new ArgumentException($"{endpoint} takes no span of days; leave Day, From and To out.", nameof(query));
            case TushareSliceRule.Day when from is not null:
                foreach (DateOnly day in Days(query, from.Value, to!.Value)) add(null, null, [new(slicing.Parameter, TushareQuery.Format(day))]);
                break;
            case TushareSliceRule.Period when from is not null:
                foreach (DateOnly end in query.Day is { } single ? [single] : QuarterEnds(from.Value, to!.Value)) add(null, null, [new(slicing.Parameter, TushareQuery.Format(end))]);
                break;
            default:
                if (from is null) add(null, null, []);
                else foreach ((DateOnly first, DateOnly last) in Spans(from.Value, to!.Value, slicing.SpanDays)) add(first, last, []);
                break;
        }
    }

    private static IEnumerable<DateOnly> Days(TushareQuery query, DateOnly from, DateOnly to)
    {
        if (query.Day is { } one) return [one];
        if (query.TradingDays.Count > 0) return query.TradingDays.Where(d => d >= from && d <= to);
        return Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    private static IEnumerable<(DateOnly From, DateOnly To)> Spans(DateOnly from, DateOnly to, int days)
    {
        for (DateOnly first = from; first <= to;)
        {
            // Counted, not added: the last day of the calendar has no tomorrow.
            int length = days <= 0 ? to.DayNumber - first.DayNumber + 1 : Math.Min(days, to.DayNumber - first.DayNumber + 1);
            DateOnly last = first.AddDays(length - 1);
            yield return (first, last);
            if (last == to) yield break;
            first = last.AddDays(1);
        }
    }

    private static List<List<KeyValuePair<string, string>>> Variants(TushareEndpoint endpoint, TushareQuery query)
    {
        List<List<KeyValuePair<string, string>>> all = [[]];
        foreach ((string name, IReadOnlyList<string> values) in endpoint.Slicing.Variants)
        {
            if (query.Parameters.ContainsKey(name)) continue;
            all = [.. all.SelectMany(head => values.Select(value => (List<KeyValuePair<string, string>>)[.. head, new(name, value)]))];
        }

        return all;
    }

    private static IEnumerable<KeyValuePair<string, string>> Merge(IEnumerable<KeyValuePair<string, string>> own, IReadOnlyDictionary<string, string> given) =>
        own.Where(p => !given.ContainsKey(p.Key)).Concat(given.OrderBy(p => p.Key, StringComparer.Ordinal));
}
