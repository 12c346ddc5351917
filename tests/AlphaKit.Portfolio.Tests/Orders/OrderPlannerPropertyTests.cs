using AlphaKit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.Portfolio.Tests.Orders;

public sealed class OrderPlannerPropertyTests
{
    private static readonly Gen<OrderProblem> Any = Gen.Choose(0, int.MaxValue).Select(seed =>
        OrderProblem.Random((ulong)seed, 1 + (seed % 25), (seed % 4) switch { 0 => 20_000m, 1 => 200_000m, 2 => 3_000_000m, _ => 400_000_000m }));

    [Fact]
    public void Every_plan_keeps_to_cash_sellable_shares_lots_and_limits() => Properties.Holds(Any, problem =>
    {
        string faults = problem.Faults(problem.Plan());
        Assert.True(faults.Length == 0, faults);
        return true;
    }, 1000);

    [Fact]
    public void The_order_of_the_input_makes_no_difference() => Properties.Holds(Any, problem =>
    {
        OrderProblem shuffled = new()
        {
            Weights = [.. problem.Weights.Reverse()],
            Holdings = new Holdings(problem.Holdings.Cash, problem.Holdings.Receivables, problem.Holdings.Positions.Reverse()),
            Quotes = [.. problem.Quotes.OrderBy(q => q.Symbol.Number % 7).ThenByDescending(q => q.Symbol)],
            Options = problem.Options,
        };
        OrderPlan one = problem.Plan(), other = shuffled.Plan();
        return one.ToTicket().ToCsv() == other.ToTicket().ToCsv() && one.Gap == other.Gap && one.Unplaced.SequenceEqual(other.Unplaced);
    }, 300);

    [Fact]
    public void The_relaxed_optimum_is_never_farther_from_the_target_than_the_lots() => Properties.Holds(Any, problem =>
    {
        OrderPlan plan = problem.Plan();
        double lots = Math.Sqrt(plan.Names["deviation"].Numbers.Sum(d => d * d)) / (double)plan.NetAssetValue;
        return plan.Gap.Distance >= 0 && plan.Gap.RelaxedDistance <= lots + 1e-9
            && Math.Abs(Math.Sqrt(Math.Max(0, (lots * lots) - (plan.Gap.RelaxedDistance * plan.Gap.RelaxedDistance))) - plan.Gap.Distance) < 1e-6;
    }, 500);

    [Fact]
    public void A_target_that_is_what_is_held_orders_nothing() => Properties.Holds(Any, problem =>
    {
        OrderProblem same = new()
        {
            Weights = [.. problem.Holdings.Positions.Select(p => new KeyValuePair<Symbol, double>(p.Symbol, problem.Holdings.WeightOf(p.Symbol)))],
            Holdings = problem.Holdings,
            Quotes = problem.Quotes,
            Options = problem.Options,
        };
        return same.Plan().Orders.Count == 0;
    }, 300);

    [Fact]
    [Trait("Claim", "order_lots_excess")]
    [Trait("Speed", "Slow")]
    public void Few_names_come_as_near_as_trying_everything()
    {
        int exact = 0, cases = 0;
        double worst = 0;
        for (ulong seed = 0; cases < 600; seed++)
        {
            OrderProblem any = OrderProblem.Random(seed, 2 + (int)(seed % 11), seed % 3 == 0 ? 30_000m : 100_000m, 0.06);
            OrderProblem problem = new()
            {
                Weights = [.. any.Weights.Where(w => w.Key.Board != Board.Star)],
                Holdings = new Holdings(any.Holdings.Cash, any.Holdings.Receivables, any.Holdings.Positions.Where(p => p.Symbol.Board != Board.Star)),
                Quotes = [.. any.Quotes.Where(q => q.Symbol.Board != Board.Star)],
                Options = any.Options,
            };
            if (problem.Quotes.Count == 0 || problem.Holdings.NetAssetValue <= 0) continue;
            cases++;
            OrderPlan plan = problem.Plan();
            double miss = plan.Names["deviation"].Numbers.Sum(d => d * d), best = BruteForce.LeastMiss(problem, plan);
            Assert.True(miss >= best - 1e-6, $"seed {seed}: {miss} is below the enumerated {best}");
            double excess = (Math.Sqrt(miss) - Math.Sqrt(best)) / (double)plan.NetAssetValue;
            if (excess < 1e-9) exact++;
            worst = Math.Max(worst, excess);
        }

        Claim.AtMost("order_lots_excess", 1 - (exact / (double)cases), 0.02);
        Assert.True(worst < 0.01, $"worst excess {worst:P3} of net asset value");
    }

    [Fact]
    [Trait("Claim", "order_gap_300")]
    public void Three_hundred_names_are_a_thousandth_from_the_relaxed_optimum()
    {
        double worst = 0;
        for (ulong seed = 0; seed < 20; seed++) worst = Math.Max(worst, Equal(seed, 300, 20_000_000m).Plan().Gap.Distance);
        Claim.AtMost("order_gap_300", worst, 0.001);
    }

    // Equal weights in main-board and ChiNext shares from cash, prices lognormal about a median of 12 CNY.
    internal static OrderProblem Equal(ulong seed, int names, decimal netAssetValue)
    {
        RandomStream random = RandomStream.Create(seed, "equal");
        List<OrderQuote> quotes = [];
        for (int i = 0; i < names; i++)
        {
            Symbol symbol = Symbol.From((i % 2 == 0 ? 600_001 : 300_001) + i, i % 2 == 0 ? Exchange.Shanghai : Exchange.Shenzhen);
            quotes.Add(new OrderQuote(symbol, Math.Max(1m, Math.Round((decimal)(12 * Math.Exp(0.7 * random.NextNormal())), 2))));
        }

        return new OrderProblem
        {
            Weights = [.. quotes.Select(q => new KeyValuePair<Symbol, double>(q.Symbol, 1.0 / names))],
            Holdings = Holdings.OnlyCash(netAssetValue),
            Quotes = quotes,
        };
    }
}
