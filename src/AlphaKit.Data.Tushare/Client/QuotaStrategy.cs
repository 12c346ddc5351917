using Polly;

namespace AlphaKit.Data.Tushare;

/// <summary>The limiter as a stage of the pipeline: every attempt, repeated ones too, takes a call of the interface's quota.</summary>
internal sealed class QuotaStrategy(QuotaLedger ledger) : ResilienceStrategy<CallOutcome>
{
    /// <summary>Under which the context carries the interface.</summary>
    public static readonly ResiliencePropertyKey<string> Api = new("api");

    protected override async ValueTask<Outcome<CallOutcome>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CallOutcome>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            await ledger.AcquireAsync(context.Properties.GetValue(Api, ""), context.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or AlphaKitException or IOException or UnauthorizedAccessException)
        {
            return Outcome.FromException<CallOutcome>(stopped);
        }

        return await callback(context, state).ConfigureAwait(false);
    }

    /// <summary>The stage has no options of its own: they are the ledger's.</summary>
    public sealed class Options : ResilienceStrategyOptions
    {
        public Options() => Name = "TushareQuota";
    }
}
