namespace AlphaKit.Data.Tushare;

/// <summary>What one attempt brought: a reply, or a passing trouble in words.</summary>
/// <param name="Reply">The reply, of whatever code; null after a trouble.</param>
/// <param name="Trouble">What went wrong and may pass.</param>
internal sealed record CallOutcome(TushareReply? Reply, string Trouble);
