using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AlphaKit.Data.Tushare;

/// <summary>
/// How an attempt becomes a reply: retry with decorrelated jitter, around a circuit breaker, around the quota, around a time limit. The stages
/// are those of Microsoft.Extensions.Http.Resilience, whose engine Polly.Core is; only this file would change for it.
/// </summary>
internal static class TransportPipeline
{
    private static readonly TimeSpan s_shortestBreak = TimeSpan.FromSeconds(0.5);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The options of the quota stage have no attributes that reflection would have to find.")]
    public static ResiliencePipeline<CallOutcome> Build(TushareOptions options, QuotaLedger ledger, TimeProvider time, Action<string, int, string> retrying)
    {
        ResiliencePipelineBuilder<CallOutcome> builder = new() { TimeProvider = time };
        if (options.Attempts > 1)
        {
            RandomStream jitter = RandomStream.Create((ulong)Environment.ProcessId, "tushare/jitter");
            Lock gate = new();
            builder.AddRetry(new RetryStrategyOptions<CallOutcome>
            {
                MaxRetryAttempts = options.Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = options.RetryDelay * 30,
                ShouldHandle = static a => ValueTask.FromResult(Passes(a.Outcome) || a.Outcome.Exception is BrokenCircuitException),
                DelayGenerator = static a => ValueTask.FromResult((a.Outcome.Exception as BrokenCircuitException)?.RetryAfter),
                OnRetry = a =>
                {
                    retrying(a.Context.Properties.GetValue(QuotaStrategy.Api, ""), a.AttemptNumber + 1, a.Outcome.Result?.Trouble ?? a.Outcome.Exception?.Message ?? "");
                    return ValueTask.CompletedTask;
                },
                Randomizer = () =>
                {
                    lock (gate) return jitter.NextDouble();
                },
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<CallOutcome>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = options.RetryDelay * 10 > s_shortestBreak ? options.RetryDelay * 10 : s_shortestBreak,
                ShouldHandle = static a => ValueTask.FromResult(Passes(a.Outcome)),
            })
            .AddStrategy(_ => new QuotaStrategy(ledger), new QuotaStrategy.Options())
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    /// <summary>True for what may be over the next time.</summary>
    private static bool Passes(Outcome<CallOutcome> outcome) =>
        outcome.Result is { Reply: null } || outcome.Exception is HttpRequestException or HttpIOException or TimeoutRejectedException;
}
