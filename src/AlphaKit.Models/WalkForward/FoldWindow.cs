namespace AlphaKit.Models;

/// <summary>The rows of one fold.</summary>
/// <param name="Train">Rows to train on, ascending.</param>
/// <param name="Cut">The last row whose data may be used.</param>
/// <param name="PredictFrom">First scored row, the one after the cut.</param>
/// <param name="PredictTo">Last scored row.</param>
internal sealed record FoldWindow(int[] Train, int Cut, int PredictFrom, int PredictTo);
