namespace AlphaKit.Data;

/// <summary>
/// Old codes of shares that were renumbered (Beijing's move from 43, 83 and 87 to 920), from the stored table bse_mapping: a market reads
/// the history of both codes under the newer one.
/// </summary>
internal sealed class CodeAliases
{
    private const string Table = "bse_mapping";
    private readonly Dictionary<Symbol, Symbol> _newer;

    private CodeAliases(Dictionary<Symbol, Symbol> newer) => _newer = newer;

    public static async ValueTask<CodeAliases> ReadAsync(StoreView view, CancellationToken cancellationToken)
    {
        Dictionary<Symbol, Symbol> newer = [];
        if (view.Tables.Contains(Table))
        {
            SourceTable rows = await view.ReadAsync(Table, ["o_code", "n_code"], cancellationToken).ConfigureAwait(false);
            SourceColumn old = rows.Find("o_code")!, now = rows.Find("n_code")!;
            for (int row = 0; row < rows.RowCount; row++)
            {
                if (Symbol.TryParse(RowColumns.Shown(old, row), out Symbol from) && Symbol.TryParse(RowColumns.Shown(now, row), out Symbol to) && from != to) newer[from] = to;
            }
        }

        return new CodeAliases(newer);
    }

    /// <summary>The table with newer codes in all its columns of symbols.</summary>
    public SourceTable Apply(SourceTable table)
    {
        if (_newer.Count == 0 || table.Name == Table) return table;
        return new SourceTable(table.Name, [.. table.Columns.Select(Apply)], table.Origin);
    }

    private SourceColumn Apply(SourceColumn column)
    {
        if (column.Kind != SourceColumnKind.Symbol) return column;
        Symbol[]? changed = null;
        ReadOnlySpan<Symbol> symbols = column.Symbols;
        for (int row = 0; row < symbols.Length; row++)
        {
            if (symbols[row].Exchange == Exchange.Beijing && _newer.TryGetValue(symbols[row], out Symbol now)) (changed ??= symbols.ToArray())[row] = now;
        }

        return changed is null ? column : SourceColumn.Of(column.Name, changed);
    }
}
