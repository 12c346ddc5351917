namespace AlphaKit.Models;

/// <summary>
/// Scores a point, higher is better. Must depend on its arguments alone, and must use nothing that a model could not have known: the score of a
/// validation inside the training window, never of the days to be predicted.
/// </summary>
/// <param name="point">The parameters.</param>
/// <param name="context">Random numbers, threads, and where to report interim scores.</param>
/// <returns>The score. An <see cref="AlphaKitException"/> or a score that is not finite makes the trial a failed one; other exceptions end the search.</returns>
public delegate double SearchObjective(SearchPoint point, SearchTrialContext context);
