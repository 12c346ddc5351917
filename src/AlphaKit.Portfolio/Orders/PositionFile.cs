using System.Globalization;
using System.Text;

namespace AlphaKit.Portfolio;

/// <summary>
/// The actual positions of an account as CSV, as a broker exports them: the next ticket starts from what is really held. Columns, by name in any
/// order: <c>symbol</c> (证券代码), <c>shares</c> (持仓数量, 股票余额), <c>sellable</c> (可用数量, 可用余额) and <c>price</c>
/// (最新价, 市价); others are ignored. A row whose symbol is <c>cash</c> (资金, 可用资金) gives the cash in its price column. UTF-8.
/// </summary>
public static class PositionFile
{
    private static readonly string[] Cash = ["cash", "资金", "可用资金"];

    /// <summary>Reads a file of positions.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <param name="cash">The cash, CNY; null where the file has a row for it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OrderFileException">The file is no list of positions, or says nothing of the cash and none is given, or both.</exception>
    public static async Task<Holdings> LoadAsync(string path, decimal? cash = null, CancellationToken cancellationToken = default) =>
        Parse(await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken).ConfigureAwait(false), cash);

    /// <summary>Reads positions. A code without suffix is taken for the share of that code: 6… Shanghai, 0… and 3… Shenzhen, 4…, 8… and 92… Beijing.</summary>
    /// <param name="text">The content.</param>
    /// <param name="cash">The cash, CNY; null where the text has a row for it.</param>
    /// <exception cref="OrderFileException">The text is no list of positions, or says nothing of the cash and none is given, or both.</exception>
    public static Holdings Parse(string text, decimal? cash = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        CsvRows csv = CsvRows.Parse(text);
        int symbol = csv.Require("symbol", "证券代码"), shares = csv.Require("shares", "持仓数量", "股票余额"), price = csv.Require("price", "最新价", "市价");
        int sellable = csv.Require("sellable", "可用数量", "可用余额");
        List<Holding> positions = [];
        HashSet<Symbol> seen = [];
        decimal? stated = null;
        for (int row = 0; row < csv.Count; row++)
        {
            string code = csv.Text(row, symbol);
            if (Cash.Contains(code, StringComparer.OrdinalIgnoreCase))
            {
                if (stated is not null) throw new OrderFileException(csv.Place(row), code, "is a second row of cash.");
                stated = csv.Money(row, price);
                continue;
            }

            Symbol share = Read(csv.Place(row), code);
            if (!seen.Add(share)) throw new OrderFileException(csv.Place(row), code, "is there twice.");
            long held = csv.Shares(row, shares), free = csv.Shares(row, sellable);
            if (free > held) throw new OrderFileException(csv.Place(row), csv.Text(row, sellable), $"shares can be sold of {held} held.");
            decimal last = csv.Money(row, price);
            if (last < 0 || (last == 0 && held > 0)) throw new OrderFileException(csv.Place(row), csv.Text(row, price), "is not a positive price.");
            if (held > 0) positions.Add(new Holding(share, held, free, last));
        }

        if (stated is not null && cash is not null)
            throw new OrderFileException("The file", "cash", "has a row of its own and is given besides: say it once.");
        return new Holdings(
            stated ?? cash ?? throw new OrderFileException("The file", "cash", "is missing: add a row 'cash' with the amount in the price column, or give it."),
            0m,
            positions);
    }

    /// <summary>Positions as the CSV that <see cref="Parse"/> reads, cash first.</summary>
    /// <param name="holdings">The holdings; receivables are not part of the file.</param>
    public static string ToCsv(Holdings holdings)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        StringBuilder text = new("symbol,shares,sellable,price\n");
        text.Append(CultureInfo.InvariantCulture, $"cash,,,{holdings.Cash:0.00######}\n");
        foreach (Holding p in holdings.Positions) text.Append(CultureInfo.InvariantCulture, $"{p.Symbol},{p.Shares},{p.Sellable},{p.Price:0.00######}\n");
        return text.ToString();
    }

    /// <summary>Writes positions; the file appears whole or not at all.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="holdings">The holdings.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task SaveAsync(string path, Holdings holdings, CancellationToken cancellationToken = default) =>
        AtomicFile.WriteAsync(path, ToCsv(holdings), cancellationToken);

    private static Symbol Read(string place, string code)
    {
        if (Symbol.TryParse(code, out Symbol symbol)) return symbol;
        if (code.Length == 6 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            foreach (Exchange exchange in new[] { Exchange.Shanghai, Exchange.Shenzhen, Exchange.Beijing })
            {
                Symbol candidate = Symbol.From(number, exchange);
                if (candidate.Board != Board.None) return candidate;
            }
        }

        throw new OrderFileException(place, code, "is not a share as in 600000.SH or 600000.");
    }
}
