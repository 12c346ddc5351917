using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AlphaKit.Portfolio;

/// <summary>
/// The orders of a day as a file for any broker: CSV with the columns <c>trading_day,symbol,side,shares,limit_price</c>, or JSON with
/// <c>trading_day</c> and <c>orders</c>. Prices are exact decimals, sides are <c>buy</c> and <c>sell</c>, lines keep their order: sales first.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class OrderTicket
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Makes a ticket.</summary>
    /// <param name="tradingDay">The day on which the orders are dealt.</param>
    /// <param name="lines">The orders, in the order in which they are to be given.</param>
    /// <exception cref="ArgumentException">A line has no symbol, no positive shares, no positive price or no named side.</exception>
    public OrderTicket(DateOnly tradingDay, IEnumerable<OrderLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        TradingDay = tradingDay;
        Lines = [.. lines];
        foreach (OrderLine line in Lines)
        {
            if (Problem(line) is { } problem) throw new ArgumentException($"The order {line} {problem}", nameof(lines));
        }
    }

    /// <summary>The day on which the orders are dealt.</summary>
    public DateOnly TradingDay { get; }

    /// <summary>The orders.</summary>
    public IReadOnlyList<OrderLine> Lines { get; }

    /// <summary>Reads a ticket written by <see cref="SaveCsvAsync"/>, or by hand with the same columns.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OrderFileException">The file is no ticket.</exception>
    public static async Task<OrderTicket> LoadCsvAsync(string path, CancellationToken cancellationToken = default) =>
        ParseCsv(await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a ticket written by <see cref="SaveJsonAsync"/>.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OrderFileException">The file is no ticket.</exception>
    public static async Task<OrderTicket> LoadJsonAsync(string path, CancellationToken cancellationToken = default) =>
        ParseJson(await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a ticket from CSV. All lines must be of one day; a ticket without lines cannot be read from CSV, as it names no day.</summary>
    /// <param name="text">The content.</param>
    /// <exception cref="OrderFileException">The text is no ticket.</exception>
    public static OrderTicket ParseCsv(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        CsvRows csv = CsvRows.Parse(text);
        int day = csv.Require("trading_day"), symbol = csv.Require("symbol"), side = csv.Require("side"), shares = csv.Require("shares"), price = csv.Require("limit_price");
        if (csv.Count == 0) throw new OrderFileException("Line 2", "", "is missing: a ticket without orders does not tell its day; write it as JSON.");
        DateOnly tradingDay = Day(csv.Place(0), csv.Text(0, day));
        List<OrderLine> lines = [];
        for (int row = 0; row < csv.Count; row++)
        {
            if (Day(csv.Place(row), csv.Text(row, day)) != tradingDay)
                throw new OrderFileException(csv.Place(row), csv.Text(row, day), $"is another day than {tradingDay.ToString(DateFormat, CultureInfo.InvariantCulture)} of the first order.");
            lines.Add(Line(csv.Place(row), csv.Text(row, symbol), csv.Text(row, side), csv.Shares(row, shares), csv.Money(row, price)));
        }

        return new OrderTicket(tradingDay, lines);
    }

    /// <summary>Reads a ticket from JSON.</summary>
    /// <param name="text">The content.</param>
    /// <exception cref="OrderFileException">The text is no ticket.</exception>
    public static OrderTicket ParseJson(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string place = "The ticket";
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            DateOnly tradingDay = Day(place, root.GetProperty("trading_day").GetString() ?? "");
            List<OrderLine> lines = [];
            foreach (JsonElement order in root.GetProperty("orders").EnumerateArray())
            {
                place = $"Order {lines.Count + 1}";
                lines.Add(Line(
                    place,
                    order.GetProperty("symbol").GetString() ?? "",
                    order.GetProperty("side").GetString() ?? "",
                    order.GetProperty("shares").GetInt64(),
                    order.GetProperty("limit_price").GetDecimal()));
            }

            return new OrderTicket(tradingDay, lines);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new OrderFileException(place, e.Message, "- trading_day and orders with symbol, side, shares and limit_price are expected.", e);
        }
    }

    /// <summary>The ticket as CSV (comma, LF, header).</summary>
    public string ToCsv()
    {
        StringBuilder text = new("trading_day,symbol,side,shares,limit_price\n");
        foreach (OrderLine line in Lines)
            text.Append(CultureInfo.InvariantCulture, $"{TradingDay:yyyy-MM-dd},{line.Symbol},{NameOf(line.Side)},{line.Shares},{line.LimitPrice:0.00######}\n");
        return text.ToString();
    }

    /// <summary>The ticket as indented JSON.</summary>
    public string ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("trading_day", TradingDay.ToString(DateFormat, CultureInfo.InvariantCulture));
            json.WriteStartArray("orders");
            foreach (OrderLine line in Lines)
            {
                json.WriteStartObject();
                json.WriteString("symbol", line.Symbol.ToString());
                json.WriteString("side", NameOf(line.Side));
                json.WriteNumber("shares", line.Shares);
                json.WriteNumber("limit_price", line.LimitPrice);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Writes the CSV; the file appears whole or not at all.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task SaveCsvAsync(string path, CancellationToken cancellationToken = default) => AtomicFile.WriteAsync(path, ToCsv(), cancellationToken);

    /// <summary>Writes the JSON; the file appears whole or not at all.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task SaveJsonAsync(string path, CancellationToken cancellationToken = default) => AtomicFile.WriteAsync(path, ToJson(), cancellationToken);

    /// <summary>Day and number of orders.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TradingDay:yyyy-MM-dd}: {Lines.Count} orders");

    private static string NameOf(TradeSide side) => side == TradeSide.Sell ? "sell" : "buy";

    private static string? Problem(OrderLine line) =>
        line.Symbol.IsNone ? "names no symbol."
        : line.Shares <= 0 ? "has no positive number of shares."
        : line.LimitPrice <= 0 ? "has no positive price."
        : !Enum.IsDefined(line.Side) ? "has no named side."
        : null;

    private static DateOnly Day(string place, string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new OrderFileException(place, text, "is not a day as in 2024-06-28.");

    private static OrderLine Line(string place, string symbol, string side, long shares, decimal price)
    {
        if (!Symbol.TryParse(symbol, out Symbol share)) throw new OrderFileException(place, symbol, "is not a symbol as in 600000.SH.");
        TradeSide which = side switch
        {
            "buy" => TradeSide.Buy,
            "sell" => TradeSide.Sell,
            _ => throw new OrderFileException(place, side, "is not a side: buy or sell is expected."),
        };
        OrderLine line = new(share, which, shares, price);
        return Problem(line) is { } problem ? throw new OrderFileException(place, line.ToString(), problem) : line;
    }
}
