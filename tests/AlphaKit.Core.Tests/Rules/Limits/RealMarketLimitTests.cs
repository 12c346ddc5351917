using System.Globalization;
using System.IO.Compression;
using AlphaKit.TestSupport;
using Xunit.Abstractions;

namespace AlphaKit.Core.Tests;

/// <summary>
/// The whole market of 2019-12-20 … 2020-08-24. The data set holds no share listed within it: only 10 of its 3,379 shares begin after its first
/// day, and these were suspended then, so every share is taken as seasoned. The numbers of sealed closes were counted by a Python script of its own.
/// </summary>
public sealed class RealMarketLimitTests(ITestOutputHelper output)
{
    [SharedDataFact("ashare_2020/daily.csv.gz")]
    [Trait("Speed", "Slow")]
    public void No_price_of_the_market_of_2020_breaks_its_limits_but_one_relisting()
    {
        HashSet<(Symbol, DateOnly)> st = [];
        foreach (string line in Read("ashare_2020/stock_st.csv.gz")) st.Add((Symbol.Parse(line.AsSpan(0, 9)), Date(line.AsSpan(10, 8))));

        DateOnly crash = new(2020, 2, 3);
        int rows = 0, up = 0, down = 0, crashUp = 0, crashDown = 0;
        List<string> broken = [];
        HashSet<Symbol> first = [], late = [];
        DateOnly firstDay = default;
        decimal[] prices = new decimal[5]; // open, high, low, close, pre_close
        foreach (string line in Read("ashare_2020/daily.csv.gz"))
        {
            rows++;
            Symbol symbol = Symbol.Parse(line.AsSpan(0, 9));
            DateOnly date = Date(line.AsSpan(10, 8));
            ReadPrices(line.AsSpan(19), prices);
            (decimal high, decimal low, decimal close, decimal preClose) = (prices[1], prices[2], prices[3], prices[4]);
            if (firstDay == default) firstDay = date;
            if (date == firstDay) first.Add(symbol);
            else if (!first.Contains(symbol)) late.Add(symbol);
            SecurityState state = new(IsSt: st.Contains((symbol, date)));
            LimitPrices limits = Rulebook.AShare.LimitPricesOn(symbol, date, preClose, state);
            if (!limits.Allows(high) || !limits.Allows(low) || !limits.Allows(close))
            {
                broken.Add($"{symbol} {date:yyyy-MM-dd}");
                LimitPrices relisted = Rulebook.AShare.LimitPricesOn(symbol, date, preClose, state with { SpecialDay = SpecialDay.Relisting });
                Assert.True(relisted.Allows(high) && relisted.Allows(low));
            }

            if (close == limits.Up) (up, crashUp) = (up + 1, crashUp + (date == crash ? 1 : 0));
            if (close == limits.Down) (down, crashDown) = (down + 1, crashDown + (date == crash ? 1 : 0));
        }

        output.WriteLine($"{rows} stock-days, {up} closes at the upper limit, {down} at the lower; on {crash:yyyy-MM-dd} {crashUp} and {crashDown}; {late.Count} shares begin late");
        Assert.Equal(552_505, rows);
        Assert.Equal(["600610.SH 2020-08-17"], broken);
        Assert.Equal(10, late.Count);
        Assert.Equal(2_894, crashDown);
        Assert.Equal(75, crashUp);
        Assert.Equal(12_631, up);
        Assert.Equal(6_063, down);
    }

    private static IEnumerable<string> Read(string relative)
    {
        using FileStream file = File.OpenRead(SharedData.PathOf(relative)!);
        using GZipStream unzipped = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unzipped);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static DateOnly Date(ReadOnlySpan<char> text) =>
        new(Number(text[..4]), Number(text[4..6]), Number(text[6..]));

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void ReadPrices(ReadOnlySpan<char> cells, decimal[] prices)
    {
        for (int i = 0; i < prices.Length; i++)
        {
            int comma = cells.IndexOf(',');
            prices[i] = decimal.Parse(cells[..comma], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            cells = cells[(comma + 1)..];
        }
    }
}
