using System.Globalization;

namespace AlphaKit.Models;

/// <summary>The log of a search cannot be gone on from: it is damaged or belongs to another search.</summary>
public sealed class SearchLogException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The line, 1 for the first.</param>
    /// <param name="reason">What is wrong.</param>
    /// <param name="inner">What made it show; may be null.</param>
    public SearchLogException(string path, int line, string reason, Exception? inner = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}: {reason}. Give the search another log, or move this one away to begin anew."), inner)
    {
        Path = path;
        Line = line;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The line, 1 for the first.</summary>
    public int Line { get; }
}
