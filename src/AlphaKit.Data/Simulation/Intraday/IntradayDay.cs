namespace AlphaKit.Data.Simulation;

/// <summary>One stock-day at high frequency.</summary>
internal sealed record IntradayDay(List<MinuteBar> Bars, List<TickTrade> Trades, List<TickOrder> Orders);
