using System.Diagnostics;
using System.Globalization;
using AlphaKit.Portfolio;

namespace AlphaKit.Benchmarks;

/// <summary>The whole risk model over 5,000 shares and 2,430 days on two threads: every exposure, regression, factor covariance and specific risk, and the risk of every fifth day put together.</summary>
internal static class RiskModelEstimate
{
    private const int Shares = 5000;
    private const int Days = 2430;

    // Made once: the market is not part of what is measured.
    private static readonly Lazy<RiskModelMarket> s_market = new(() => new RiskModelMarket(Shares, Days));

    public static void Run(Action<string>? profile)
    {
        RiskModelMarket market = s_market.Value;
        long start = Stopwatch.GetTimestamp();
        string step = "";
        AShareRiskHistory history = new AShareRiskModel(new AShareRiskOptions { Threads = 2 })
            .EstimateAsync(market, new RiskRange { From = market.Calendar.First, To = market.Calendar.Last }, new Steps(p =>
            {
                if (p.Step == step) return;
                Note(step);
                step = p.Step;
            })).GetAwaiter().GetResult();
        Note(step);
        for (int t = 0; t < history.Calendar.Count; t += 5) _ = history.At(history.Calendar[t]);
        Note("risk of every fifth day");

        void Note(string part) => profile?.Invoke(string.Create(CultureInfo.InvariantCulture, $"  until the end of '{part}' {Stopwatch.GetElapsedTime(start).TotalSeconds,8:F2} s, {GC.GetTotalMemory(false) / 1e6:F0} MB"));
    }

    private sealed class Steps(Action<RiskProgress> report) : IProgress<RiskProgress>
    {
        public void Report(RiskProgress value) => report(value);
    }
}
