using System.Globalization;

namespace AlphaKit.Models;

/// <summary>A vocabulary cannot be used.</summary>
public sealed class VocabularyException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="line">The line, 1 for the first; 0 if it is the whole.</param>
    /// <param name="reason">What is wrong.</param>
    public VocabularyException(int line, string reason)
        : base(line > 0 ? string.Create(CultureInfo.InvariantCulture, $"Line {line} of the vocabulary: {reason}.") : $"The vocabulary {reason}.") => Line = line;

    /// <summary>The line, 1 for the first; 0 if it is the whole.</summary>
    public int Line { get; }
}
