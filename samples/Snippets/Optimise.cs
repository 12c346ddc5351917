using AlphaKit.Portfolio;

namespace AlphaKit.Snippets;

public static class Optimise
{
    public static void Run()
    {
        Symbol[] names = [.. Enumerable.Range(0, 40).Select(i => Symbol.From(600000 + i, Exchange.Shanghai))];
        KeyValuePair<Symbol, double>[] benchmark = [.. names.Select(n => KeyValuePair.Create(n, 1.0 / names.Length))];
        Dictionary<Symbol, double> expected = names.ToDictionary(n => n, n => 0.01 * Math.Sin(n.Number));
        Dictionary<Symbol, string> industry = names.ToDictionary(n => n, n => n.Number % 2 == 0 ? "Banks" : "Steel");
        FactorRisk risk = FactorRisk.Diagonal(new DateOnly(2024, 1, 5), names, [.. names.Select(_ => 4e-4)]);
        double[] drifted = [.. names.Select(_ => 1.0 / names.Length)];

        #region optimiser
        PortfolioProblem problem = PortfolioProblem.Enhance(benchmark)
            .Maximise(expected)
            .Risk(risk, aversion: 20)
            .Costs(buy: 0.0008, sell: 0.0013)
            .Budget(1)
            .LongOnly()
            .ActiveWeight(0.05)
            .ConstituentShare(0.8)
            .Industry(industry, 0.02)
            .Turnover(0.3, drifted)
            .TrackingError(0.06);
        PortfolioSolution solution = problem.Solve();
        Certificate proof = Certificate.Check(problem, solution.Weights.Span, solution.Multipliers.Span);
        #endregion

        Console.WriteLine($"{solution.Names} names, gap {proof.RelativeGap:E0}, violation {proof.Violation:E0}, tracking error {solution.TrackingError:P2}");
    }
}
