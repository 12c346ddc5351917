namespace AlphaKit.Data;

/// <summary>What a source may implement besides <see cref="IMarketDataSource"/> so that messages can name the file and line of a row.</summary>
public interface IRowLocator
{
    /// <summary>Where a row came from.</summary>
    /// <param name="table">One of <see cref="IMarketDataSource.Tables"/>.</param>
    /// <param name="row">Row of the <see cref="SourceTable"/>, from 0.</param>
    RowLocation Locate(string table, int row);

    /// <summary>The text of a symbol that could not be read in that row (the row then carries the default symbol); null if there is none.</summary>
    /// <param name="table">One of <see cref="IMarketDataSource.Tables"/>.</param>
    /// <param name="row">Row of the <see cref="SourceTable"/>, from 0.</param>
    string? UnreadSymbol(string table, int row);
}
