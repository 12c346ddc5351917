using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>One question: the parameters of one request and its pages. Equal parameters give equal texts, which sync uses as a name.</summary>
internal sealed class TushareSlice
{
    private readonly TushareEndpoint _endpoint;

    public TushareSlice(TushareEndpoint endpoint, IEnumerable<KeyValuePair<string, string>> fixedParameters, DateOnly? from, DateOnly? to)
    {
        _endpoint = endpoint;
        From = from;
        To = to;
        Fixed = [.. fixedParameters];
        List<KeyValuePair<string, string>> all = [.. Fixed];
        if (from is { } first && to is { } last)
        {
            (string fromName, string toName) = SpanNames(endpoint);
            bool time = endpoint.EventDate?.IsTime == true;
            all.Add(new(fromName, time ? Time(first, TimeOnly.MinValue) : TushareQuery.Format(first)));
            all.Add(new(toName, time ? Time(last, new TimeOnly(23, 59, 59)) : TushareQuery.Format(last)));
        }

        Parameters = all;
    }

    /// <summary>Parameters besides the span.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fixed { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    public DateOnly? From { get; }

    public DateOnly? To { get; }

    /// <summary>Two halves of the span, the earlier first; false if there is no span of two days or more.</summary>
    public bool TrySplit(out TushareSlice earlier, out TushareSlice later)
    {
        (earlier, later) = (this, this);
        if (From is not { } from || To is not { } to || from >= to) return false;
        DateOnly middle = from.AddDays((to.DayNumber - from.DayNumber) / 2);
        earlier = new TushareSlice(_endpoint, Fixed, from, middle);
        later = new TushareSlice(_endpoint, Fixed, middle.AddDays(1), to);
        return true;
    }

    public override string ToString() => string.Join(", ", Parameters.Select(p => $"{p.Key}={p.Value}"));

    private static string Time(DateOnly day, TimeOnly time) => day.ToDateTime(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Interfaces that are asked day by day take a span beside a code under the usual names.</summary>
    private static (string From, string To) SpanNames(TushareEndpoint endpoint) =>
        endpoint.Slicing.FromParameter.Length > 0 ? (endpoint.Slicing.FromParameter, endpoint.Slicing.ToParameter) : ("start_date", "end_date");
}
