namespace AlphaKit.Data.Simulation;

/// <summary>Collects the rows of a table whose length is not known beforehand.</summary>
internal sealed class Rows(string table)
{
    private readonly List<(string Name, object Values)> _columns = [];

    public List<Symbol> Symbols(string name) => Add(name, new List<Symbol>());

    public List<DateOnly> Dates(string name) => Add(name, new List<DateOnly>());

    public List<double> Numbers(string name) => Add(name, new List<double>());

    public List<string> Texts(string name) => Add(name, new List<string>());

    public SourceTable Build() => new(table, [.. _columns.Select(Column)], Origin);

    public const string Origin = "simulated market";

    private static SourceColumn Column((string Name, object Values) column) => column.Values switch
    {
        List<Symbol> symbols => SourceColumn.Of(column.Name, symbols.ToArray()),
        List<DateOnly> dates => SourceColumn.Of(column.Name, dates.ToArray()),
        List<double> numbers => SourceColumn.Of(column.Name, numbers.ToArray()),
        List<string> texts => SourceColumn.Of(column.Name, texts.ToArray()),
        _ => throw new InvalidOperationException("Unknown column type."),
    };

    private T Add<T>(string name, T values)
        where T : notnull
    {
        _columns.Add((name, values));
        return values;
    }
}
