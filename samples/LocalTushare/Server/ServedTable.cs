using System.Globalization;
using AlphaKit;
using AlphaKit.Data;
using AlphaKit.Data.Tushare;

namespace LocalTushare;

/// <summary>One table with the indices that questions need, rows newest first; none outside the days that the vendor has.</summary>
internal sealed class ServedTable
{
    private static readonly Dictionary<string, string> s_defaults = new(StringComparer.Ordinal) { ["list_status"] = "L", ["is_new"] = "Y" };

    private readonly TushareEndpoint _endpoint;
    private readonly SourceTable _table;
    private readonly SourceColumn? _event;
    private readonly SourceColumn? _times;
    private readonly SourceColumn? _codes;
    private readonly int[] _all;
    private readonly Dictionary<DateOnly, int[]> _byDay = [];
    private readonly Dictionary<Symbol, int[]> _byCode = [];

    public ServedTable(TushareEndpoint endpoint, SourceTable table)
    {
        _endpoint = endpoint;
        _table = table;
        _event = endpoint.EventDate is { Kind: SourceColumnKind.Date } date ? table.Find(date.Name) : null;
        _times = endpoint.EventDate is { IsTime: true } time ? table.Find(time.Name) : null;
        _codes = endpoint.Key.Where(k => k.Kind == SourceColumnKind.Symbol).Select(k => table.Find(k.Name)).FirstOrDefault(c => c is not null);
        _all = [.. Enumerable.Range(0, table.RowCount).Where(r => _event is null || !(_event.Dates[r] < endpoint.Since || _event.Dates[r] > endpoint.Until))];
        Array.Sort(_all, (a, b) =>
        {
            int byDay = _event is not null ? _event.Dates[b].CompareTo(_event.Dates[a]) : _times is null ? 0 : string.CompareOrdinal(_times.Texts[b], _times.Texts[a]);
            if (byDay != 0) return byDay;
            int byCode = _codes is null ? 0 : _codes.Symbols[a].CompareTo(_codes.Symbols[b]);
            return byCode != 0 ? byCode : a.CompareTo(b);
        });
        if (_event is not null) _byDay = _all.GroupBy(r => _event.Dates[r]).ToDictionary(g => g.Key, g => g.ToArray());
        if (_codes is not null) _byCode = _all.GroupBy(r => _codes.Symbols[r]).ToDictionary(g => g.Key, g => g.ToArray());
    }

    public SourceColumn? Find(string column) => _table.Find(column);

    public DateOnly DayOf(int row) => _event is null ? SourceColumn.NoDate : _event.Dates[row];

    public Symbol CodeOf(int row) => _codes is null ? default : _codes.Symbols[row];

    /// <summary>The rows that fit the parameters and are published, newest first.</summary>
    public IEnumerable<int> Rows(IReadOnlyDictionary<string, string> parameters, DateTimeOffset? now)
    {
        IEnumerable<int> rows = _all;
        List<Predicate<int>> tests = [];
        foreach ((string name, string value) in parameters.Concat(s_defaults.Where(d => !parameters.ContainsKey(d.Key))))
        {
            if (value.Length == 0) continue;
            string column = name == "period" ? "end_date" : name;
            if (_times is not null && name is "start_date" or "end_date")
            {
                tests.Add(name == "start_date" ? r => string.CompareOrdinal(_times!.Texts[r], value) >= 0 : r => string.CompareOrdinal(_times!.Texts[r], value) <= 0);
            }
            else if (IsSpan(name, parameters))
            {
                DateOnly bound = Day(value);
                if (SpanColumn() is { } span) tests.Add(name.StartsWith("start", StringComparison.Ordinal) ? r => span.Dates[r] >= bound : r => span.Dates[r] <= bound);
            }
            else if (_codes is not null && column == _codes.Name)
            {
                Symbol[] codes = [.. value.Split(',').Select(Symbol.Parse)];
                rows = codes.Length == 1 ? _byCode.GetValueOrDefault(codes[0], []) : _all.Where(r => codes.Contains(_codes.Symbols[r]));
            }
            else if (_event is not null && column == _event.Name)
            {
                DateOnly day = Day(value);
                if (ReferenceEquals(rows, _all)) rows = _byDay.GetValueOrDefault(day, []);
                else tests.Add(r => _event.Dates[r] == day);
            }
            else if (_table.Find(column) is { } other)
            {
                tests.Add(Test(other, value));
            }
            else if (name == "exchange" && value.Length == 2 && _codes is not null)
            {
                tests.Add(r => _codes.Symbols[r].ToString().EndsWith("." + value, StringComparison.Ordinal));
            }
        }

        if (now is { } time && Published(time) is { } published) tests.Add(published);
        return tests.Count == 0 ? rows : rows.Where(r => tests.TrueForAll(t => t(r)));
    }

    /// <summary>start_date and end_date are a span, unless end_date stands alone: then it is the column.</summary>
    private bool IsSpan(string name, IReadOnlyDictionary<string, string> parameters) =>
        name == "start_date" || (name == "end_date" && (parameters.ContainsKey("start_date") || _table.Find("end_date") is null));

    /// <summary>The column that a span is about: announcements, except for ratios, releases and everything that is not announced.</summary>
    private SourceColumn? SpanColumn() => _endpoint.Name switch
    {
        "fina_indicator" or "share_float" => _event,
        _ when _endpoint.Announced.Count > 0 => _table.Find("ann_date") ?? _event,
        _ => _event,
    };

    private Predicate<int>? Published(DateTimeOffset now)
    {
        if (_endpoint.Name is "trade_cal" or "stock_basic") return null;
        DateOnly last = _endpoint.Ready.LastReadyDay(now);
        SourceColumn[] announced = [.. _endpoint.Announced.Where(c => c.Kind == SourceColumnKind.Date).Select(c => _table.Find(c.Name)).Where(c => c is not null)!];
        if (announced.Length > 0) return r => (announced.Select(c => c.Dates[r]).FirstOrDefault(d => d != SourceColumn.NoDate) is var day && (day != default ? day : DayOf(r)) <= last);
        if (_times is not null) return r => string.CompareOrdinal(_times.Texts[r], last.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) < 0;
        return _event is null ? null : r => _event.Dates[r] <= last;
    }

    private static Predicate<int> Test(SourceColumn column, string value)
    {
        switch (column.Kind)
        {
            case SourceColumnKind.Symbol:
                Symbol symbol = Symbol.Parse(value);
                return r => column.Symbols[r] == symbol;
            case SourceColumnKind.Date:
                DateOnly day = Day(value);
                return r => column.Dates[r] == day;
            case SourceColumnKind.Number:
                double number = double.Parse(value, CultureInfo.InvariantCulture);
                return r => column.Numbers[r] == number;
            default:
                return r => column.Texts[r] == value;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture);
}
