namespace AlphaKit.Models;

/// <summary>How far a walk-forward training has come.</summary>
/// <param name="Fold">The fold, 1 to <paramref name="Folds"/>.</param>
/// <param name="Folds">How many folds there are.</param>
/// <param name="Message">What is being done.</param>
public sealed record WalkForwardProgress(int Fold, int Folds, string Message);
