namespace AlphaKit.Backtest;

/// <summary>What became of a message.</summary>
/// <param name="Sink">Where it went, without any secret.</param>
/// <param name="Delivery">Whether it was sent.</param>
/// <param name="Text">The message as it was, or would have been, sent.</param>
public sealed record DeliveryReceipt(string Sink, Delivery Delivery, string Text);
