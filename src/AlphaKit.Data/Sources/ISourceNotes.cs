namespace AlphaKit.Data;

/// <summary>What a source may implement besides <see cref="IMarketDataSource"/> to tell what of it was left out.</summary>
public interface ISourceNotes
{
    /// <summary>Remarks about the tables read so far, for the user.</summary>
    IReadOnlyList<string> Notes { get; }
}
