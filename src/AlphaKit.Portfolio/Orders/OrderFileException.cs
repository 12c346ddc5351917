namespace AlphaKit.Portfolio;

/// <summary>A ticket or a file of positions cannot be read. Nothing of it is used.</summary>
public sealed class OrderFileException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">Where: a line, or an entry of a JSON file.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public OrderFileException(string place, string value, string problem, Exception? innerException = null)
        : base($"{place}: '{value}' {problem}", innerException)
    {
        Place = place;
        Value = value;
        Problem = problem;
    }

    /// <summary>Where: a line, or an entry of a JSON file.</summary>
    public string Place { get; }

    /// <summary>What stands there.</summary>
    public string Value { get; }

    /// <summary>What is wrong and what would be right.</summary>
    public string Problem { get; }
}
