using AlphaKit.Portfolio;

namespace AlphaKit.Snippets;

/// <summary>Target weights as orders, an order ticket and the way back from a broker's positions.</summary>
internal static class OrdersOfADay
{
    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("orders").FullName;
        RunAsync(folder).GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "positions.csv"), "symbol,shares,sellable,price\ncash,,,60000\n600000.SH,3050,3050,7.15\n");
        TargetWeights target = TargetWeights.From([new(Symbol.Parse("600000.SH"), 0.1), new(Symbol.Parse("300750.SZ"), 0.3), new(Symbol.Parse("688001.SH"), 0.05)]);
        DateOnly tomorrow = new(2024, 3, 11);
        #region orders
        Holdings actual = await PositionFile.LoadAsync(Path.Combine(folder, "positions.csv"));
        OrderQuote[] quotes =
        [
            new(Symbol.Parse("600000.SH"), 7.15m, new LimitPrices(7.87m, 6.44m)),
            new(Symbol.Parse("300750.SZ"), 150.05m, new LimitPrices(180.06m, 120.04m)),
            new(Symbol.Parse("688001.SH"), 49.50m, State: QuoteState.Suspended),
        ];
        OrderPlan plan = OrderPlanner.Plan(target, actual, quotes, tomorrow, new OrderOptions { Fees = AShareFees.Retail, PriceTolerance = 0.01m });

        foreach (PlannedOrder order in plan.Orders) Console.WriteLine($"{order.Side} {order.Shares} {order.Symbol} up to {order.LimitPrice}");
        foreach (UnplacedOrder missing in plan.Unplaced) Console.WriteLine($"not placed: {missing.Symbol}, {missing.Reason}: {missing.Detail}");
        Console.WriteLine(plan);
        await plan.ToTicket().SaveCsvAsync(Path.Combine(folder, "ticket.csv"));
        #endregion
    }
}
