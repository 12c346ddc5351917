namespace AlphaKit.Models;

/// <summary>How far a search has come.</summary>
/// <param name="Done">Trials that ended.</param>
/// <param name="Trials">Trials to make.</param>
/// <param name="Last">The trial that ended last.</param>
/// <param name="Best">The best complete trial so far; null if there is none.</param>
public sealed record SearchProgress(int Done, int Trials, SearchTrial Last, SearchTrial? Best);
