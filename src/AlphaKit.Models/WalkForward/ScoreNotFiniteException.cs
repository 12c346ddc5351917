namespace AlphaKit.Models;

/// <summary>A model gave an infinite score.</summary>
public sealed class ScoreNotFiniteException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="symbol">The share.</param>
    /// <param name="date">The day.</param>
    public ScoreNotFiniteException(string model, Symbol symbol, DateOnly date)
        : base($"Model '{model}' gave an infinite score for {symbol} on {date:yyyy-MM-dd}; a score must be finite, or NaN for no opinion.")
    {
        Model = model;
        Symbol = symbol;
        Date = date;
    }

    /// <summary>Name of the model.</summary>
    public string Model { get; }

    /// <summary>The share.</summary>
    public Symbol Symbol { get; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; }
}
