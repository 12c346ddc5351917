using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>
/// What to ask of an interface. A code with or without a span is one question; a span without a code is cut by the interface's slicing rule,
/// so that no reply is truncated; a day or nothing at all is one question. Every question is paged.
/// </summary>
public sealed record TushareQuery
{
    /// <summary>One code.</summary>
    public Symbol? Symbol { get; init; }

    /// <summary>One day: the parameter of the slicing rule, or first and last day alike.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>First day of a span.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of a span, inclusive; needed with <see cref="From"/>.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Trading days for interfaces that are asked day by day; empty asks for every Monday to Friday of the span.</summary>
    public IReadOnlyList<DateOnly> TradingDays { get; init; } = [];

    /// <summary>Codes for interfaces that are asked code by code.</summary>
    public IReadOnlyList<Symbol> Symbols { get; init; } = [];

    /// <summary>Further parameters by the vendor's names; they win over what the query sets itself.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>A date as the vendor writes it: <c>yyyyMMdd</c>.</summary>
    /// <param name="day">The date.</param>
    public static string Format(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
