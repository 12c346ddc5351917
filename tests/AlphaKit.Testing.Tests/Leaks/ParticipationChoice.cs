namespace AlphaKit.Testing.Tests;

/// <summary>Which volume bounds the orders of a backtest in the corpus.</summary>
internal enum ParticipationChoice
{
    Past = 0,
    SameDay = 1,
}
