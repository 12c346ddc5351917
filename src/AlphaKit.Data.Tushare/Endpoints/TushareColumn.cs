namespace AlphaKit.Data.Tushare;

/// <summary>One column of an interface.</summary>
/// <param name="Name">The vendor's name; case matters.</param>
/// <param name="Kind">How values are stored. Times are texts, as the vendor writes them.</param>
/// <param name="Unit">The vendor's unit.</param>
/// <param name="IsDefault">False if it comes only when it is named; AlphaKit names every column.</param>
/// <param name="IsTime">True if the text is a date with a time of day.</param>
/// <param name="Meaning">What it is, in words; empty where the vendor's name says it.</param>
public sealed record TushareColumn(string Name, SourceColumnKind Kind, TushareUnit Unit, bool IsDefault, bool IsTime, string Meaning)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
