namespace AlphaKit.Data.Tushare;

/// <summary>One interface of Tushare Pro: its columns with units, key, row cap, slicing, access level and clock. Read from a table, not written as code.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TushareEndpoint
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    internal TushareEndpoint(EndpointDraft draft)
    {
        Name = draft.Name;
        Meaning = draft.Meaning;
        Columns = [.. draft.Columns];
        for (int i = 0; i < Columns.Count; i++)
        {
            if (!_ordinals.TryAdd(Columns[i].Name, i)) throw new FormatException($"{Name}: column '{Columns[i].Name}' stands twice.");
        }

        Key = [.. draft.Key.Select(Known)];
        EventDate = draft.EventDate.Length == 0 ? null : Known(draft.EventDate);
        Announced = [.. draft.Announced.Select(Known)];
        Cap = draft.Cap;
        CapIsDocumented = draft.CapIsDocumented;
        Points = draft.Points;
        MarketWideName = draft.MarketWideName;
        MarketWidePoints = draft.MarketWidePoints;
        Slicing = new TushareSlicing(draft.Rule, draft.Parameter, draft.FromParameter, draft.ToParameter, draft.SpanDays, [.. draft.Variants]);
        Ready = draft.Ready;
        Since = draft.Since;
        Until = draft.Until;
        FillsEveryDay = draft.FillsEveryDay;
        Rates = [.. draft.Rates];
        Fields = string.Join(',', Columns.Select(c => c.Name));
        if ((Key.Count == 0 && !draft.IsInferred) || Columns.Count == 0 || Cap <= 0) throw new FormatException($"{Name}: needs a key, columns and a cap.");
    }

    /// <summary>The vendor's name, for example <c>daily</c>.</summary>
    public string Name { get; }

    /// <summary>What its rows are.</summary>
    public string Meaning { get; }

    /// <summary>Its columns, in the vendor's order.</summary>
    public IReadOnlyList<TushareColumn> Columns { get; }

    /// <summary>The columns that identify a row.</summary>
    public IReadOnlyList<TushareColumn> Key { get; }

    /// <summary>The column of what day or period a row is about; null for reference tables.</summary>
    public TushareColumn? EventDate { get; }

    /// <summary>The columns that say when a row became known, best first; empty where <see cref="Ready"/> says it.</summary>
    public IReadOnlyList<TushareColumn> Announced { get; }

    /// <summary>Most rows of one reply.</summary>
    public int Cap { get; }

    /// <summary>False if the vendor prints no cap and <see cref="Cap"/> is what others use.</summary>
    public bool CapIsDocumented { get; }

    /// <summary>Access level that it needs (积分); 0 if it is sold separately.</summary>
    public int Points { get; }

    /// <summary>The interface that serves the same rows for the whole market by period; null if there is none.</summary>
    public string? MarketWideName { get; }

    /// <summary>Access level of <see cref="MarketWideName"/>.</summary>
    public int MarketWidePoints { get; }

    /// <summary>How a span is cut.</summary>
    public TushareSlicing Slicing { get; }

    /// <summary>When a day is complete.</summary>
    public TushareReadyClock Ready { get; }

    /// <summary>First day that the vendor has; null if it is not known.</summary>
    public DateOnly? Since { get; }

    /// <summary>Last day that the vendor has; null while it goes on.</summary>
    public DateOnly? Until { get; }

    /// <summary>True if every trading day has rows, so that an empty reply means "not there yet".</summary>
    public bool FillsEveryDay { get; }

    /// <summary>Calls per minute that differ from the account's tier, by points.</summary>
    public IReadOnlyList<TushareTier> Rates { get; }

    /// <summary>Every column, as the <c>fields</c> of a request. Columns that are not named may be left out by the vendor.</summary>
    public string Fields { get; }

    /// <summary>Position of a column, or −1.</summary>
    /// <param name="column">The vendor's name.</param>
    public int OrdinalOf(string column) => _ordinals.GetValueOrDefault(column, -1);

    /// <summary>Calls per minute that an account of so many points has.</summary>
    /// <param name="points">Points of the account.</param>
    public int CallsPerMinute(int points)
    {
        TushareTier? best = null;
        foreach (TushareTier rate in Rates.Count > 0 ? Rates : TushareEndpoints.Tiers)
        {
            if (rate.Points <= points || best is null) best = rate;
        }

        return best!.CallsPerMinute;
    }

    /// <summary>True for columns without which a row cannot be placed: codes of the key and the event date.</summary>
    internal bool IsMandatory(TushareColumn column) =>
        ReferenceEquals(column, EventDate) || (column.Kind == SourceColumnKind.Symbol && Key.Contains(column));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private TushareColumn Known(string column) =>
        _ordinals.TryGetValue(column, out int at) ? Columns[at] : throw new FormatException($"{Name}: '{column}' is none of its columns.");
}
