namespace AlphaKit.Portfolio.Tests.Orders;

public sealed class OrderFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orders").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Tickets_read_back_as_written()
    {
        OrderTicket ticket = OrderProblem.Random(5, 20, 3_000_000m).Plan().ToTicket();
        Assert.NotEmpty(ticket.Lines);
        string csv = Path.Combine(_folder, "ticket.csv"), json = Path.Combine(_folder, "ticket.json");
        await ticket.SaveCsvAsync(csv);
        await ticket.SaveJsonAsync(json);
        foreach (OrderTicket read in new[] { await OrderTicket.LoadCsvAsync(csv), await OrderTicket.LoadJsonAsync(json) })
        {
            Assert.Equal(ticket.TradingDay, read.TradingDay);
            Assert.Equal(ticket.Lines, read.Lines);
        }

        Assert.Equal(["ticket.csv", "ticket.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_ticket_is_plain_text()
    {
        OrderTicket ticket = new(new DateOnly(2024, 3, 11), [new OrderLine(Symbol.Parse("600000.SH"), TradeSide.Sell, 300, 7.1m)]);
        Assert.Equal("trading_day,symbol,side,shares,limit_price\n2024-03-11,600000.SH,sell,300,7.10\n", ticket.ToCsv());
        Assert.Equal(
            "{\n  \"trading_day\": \"2024-03-11\",\n  \"orders\": [\n    {\n      \"symbol\": \"600000.SH\",\n      \"side\": \"sell\",\n      \"shares\": 300,\n      \"limit_price\": 7.1\n    }\n  ]\n}\n",
            ticket.ToJson());
    }

    [Theory]
    [InlineData("", "Line 1")]
    [InlineData("trading_day,symbol,side,shares\n", "limit_price")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n", "JSON")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-03-11,600000.SH,buy,100\n", "Line 2")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-03-11,600000.SH,hold,100,7.1\n", "hold")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-03-11,600000.SH,buy,-100,7.1\n", "-100")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-03-11,600000.SH,buy,0,7.1\n", "shares")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-03-11,600000.SH,buy,100,NaN\n", "NaN")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-03-11,6000.SH,buy,100,7.1\n", "6000.SH")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-03-11,600000.SH,buy,100,7.1\n2024-03-12,600004.SH,buy,100,7.1\n", "Line 3")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-13-11,600000.SH,buy,100,7.1\n", "2024-13-11")]
    [InlineData("trading_day,symbol,side,shares,limit_price\n2024-03-11,\"600000.SH,buy,100,7.1\n", "never closed")]
    public void A_broken_csv_ticket_says_where(string text, string part) =>
        Assert.Contains(part, Assert.Throws<OrderFileException>(() => OrderTicket.ParseCsv(text)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"trading_day\":\"2024-03-11\"}")]
    [InlineData("{\"trading_day\":7,\"orders\":[]}")]
    [InlineData("{\"trading_day\":\"2024-03-11\",\"orders\":[{\"symbol\":\"600000.SH\",\"side\":\"buy\",\"shares\":1.5,\"limit_price\":1}]}")]
    [InlineData("{\"trading_day\":\"2024-03-11\",\"orders\":[{\"symbol\":\"600000.SH\",\"side\":\"buy\",\"shares\":-1,\"limit_price\":1}]}")]
    [InlineData("{\"trading_day\":\"2024-03-11\",\"orders\":[{\"symbol\":\"600000.SH\",\"side\":\"buy\",\"shares\":1,\"limit_price\":1e40}]}")]
    public void A_broken_json_ticket_is_refused(string text) => Assert.Throws<OrderFileException>(() => OrderTicket.ParseJson(text));

    [Fact]
    public void A_ticket_without_orders_survives_json()
    {
        OrderTicket empty = new(new DateOnly(2024, 3, 11), []);
        Assert.Equal(empty.TradingDay, OrderTicket.ParseJson(empty.ToJson()).TradingDay);
    }

    [Fact]
    public async Task Positions_read_back_as_written()
    {
        Holdings holdings = OrderProblem.Random(3, 30, 3_000_000m).Holdings;
        string path = Path.Combine(_folder, "positions.csv");
        await PositionFile.SaveAsync(path, holdings);
        Holdings read = await PositionFile.LoadAsync(path);
        Assert.Equal(holdings.Cash, read.Cash);
        Assert.Equal(holdings.Positions, read.Positions);
    }

    [Fact]
    public void A_brokers_export_is_understood()
    {
        Holdings read = PositionFile.Parse("\uFEFF证券代码,证券名称,股票余额,可用余额,市价\r\n600000,浦发银行,\"1,200\",1000.00,7.15\r\n000001,平安银行,300,300,10.2\r\n300750,,0,0,0\r\n", 88.5m);
        Assert.Equal(88.5m, read.Cash);
        Assert.Equal(
            [new Holding(Symbol.Parse("000001.SZ"), 300, 300, 10.2m), new Holding(Symbol.Parse("600000.SH"), 1200, 1000, 7.15m)],
            read.Positions);
    }

    [Theory]
    [InlineData("symbol,shares,sellable,price\n600000.SH,100,100,7\n", "cash")]
    [InlineData("symbol,shares,sellable,price\ncash,,,1\ncash,,,1\n", "second")]
    [InlineData("symbol,shares,sellable,price\ncash,,,1\n600000.SH,100,200,7\n", "100 held")]
    [InlineData("symbol,shares,sellable,price\ncash,,,1\n600000.SH,100.5,100,7\n", "100.5")]
    [InlineData("symbol,shares,sellable,price\ncash,,,1\n600000.SH,100,100,0\n", "price")]
    [InlineData("symbol,shares,sellable,price\ncash,,,1\n600000.SH,100,100,7\n600000,100,100,7\n", "twice")]
    [InlineData("symbol,shares,sellable,price\ncash,,,1\n999999,100,100,7\n", "999999")]
    [InlineData("symbol,shares,price\n", "sellable")]
    public void Broken_positions_say_where(string text, string part) =>
        Assert.Contains(part, Assert.Throws<OrderFileException>(() => PositionFile.Parse(text)).Message);

    [Fact]
    public void The_next_ticket_starts_from_the_imported_positions()
    {
        Holdings actual = PositionFile.Parse("symbol,shares,sellable,price\ncash,,,1000\n600000.SH,700,700,10\n");
        OrderPlan plan = OrderPlanner.Plan(
            TargetWeights.From([new(Symbol.Parse("600000.SH"), 0.25)]), actual, [new OrderQuote(Symbol.Parse("600000.SH"), 10m)], new DateOnly(2024, 3, 11));
        Assert.Equal((TradeSide.Sell, 500L), (plan.Orders[0].Side, plan.Orders[0].Shares));
    }
}
