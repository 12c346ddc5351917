using System.Globalization;
using System.Text;

namespace AlphaKit.Data.Tushare.Tests.Generation;

/// <summary>Writes the record of an interface from the table of interfaces: a property for each column, with its unit, and the binding.</summary>
internal static class RowWriter
{
    private const int BindingWidth = 160;

    public static string NameOf(TushareEndpoint endpoint) => Pascal(endpoint.Name) + "Row";

    public static string Write(TushareEndpoint endpoint)
    {
        string name = NameOf(endpoint);
        StringBuilder text = new();
        text.Append("// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.\n");
        text.Append("namespace AlphaKit.Data.Tushare;\n\n");
        text.Append(CultureInfo.InvariantCulture, $"/// <summary>{Escape(endpoint.Meaning)}: a row of <c>{endpoint.Name}</c>, in the vendor's units; missing values are null.</summary>\n");
        text.Append(CultureInfo.InvariantCulture, $"public sealed record {name} : ITushareRow<{name}>\n{{\n");
        text.Append("    /// <inheritdoc/>\n");
        text.Append(CultureInfo.InvariantCulture, $"    public static TushareEndpoint Endpoint => TushareEndpoints.Get(\"{endpoint.Name}\");\n\n");
        foreach (TushareColumn column in endpoint.Columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"    /// <summary>{Describe(column)}</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"    public {TypeOf(endpoint, column)} {Pascal(column.Name)} {{ get; init; }}{(TypeOf(endpoint, column) == "string" ? " = \"\";" : "")}\n");
        }

        text.Append("\n    /// <inheritdoc/>\n");
        text.Append(CultureInfo.InvariantCulture, $"    static {name} ITushareRow<{name}>.Read(TushareBatch batch, int row) => new()\n    {{\n");
        StringBuilder line = new("       ");
        for (int c = 0; c < endpoint.Columns.Count; c++)
        {
            string binding = $" {Pascal(endpoint.Columns[c].Name)} = {Accessor(endpoint, endpoint.Columns[c], c)},";
            if (line.Length + binding.Length > BindingWidth)
            {
                text.Append(line).Append('\n');
                line.Clear().Append("       ");
            }

            line.Append(binding);
        }

        return text.Append(line).Append("\n    };\n}\n").ToString();
    }

    private static bool IsRequired(TushareEndpoint endpoint, TushareColumn column) =>
        ReferenceEquals(column, endpoint.EventDate) || (endpoint.Key.Contains(column) && column.Kind != SourceColumnKind.Date);

    private static string TypeOf(TushareEndpoint endpoint, TushareColumn column) => column.Kind switch
    {
        SourceColumnKind.Symbol => "Symbol",
        SourceColumnKind.Date => IsRequired(endpoint, column) ? "DateOnly" : "DateOnly?",
        SourceColumnKind.Number => IsRequired(endpoint, column) ? "double" : "double?",
        _ => IsRequired(endpoint, column) ? "string" : "string?",
    };

    private static string Accessor(TushareEndpoint endpoint, TushareColumn column, int at)
    {
        bool required = IsRequired(endpoint, column);
        return column.Kind switch
        {
            SourceColumnKind.Symbol => $"batch.SymbolAt({at}, row)",
            SourceColumnKind.Date => required ? $"batch.Columns[{at}].Dates[row]" : $"batch.DateAt({at}, row)",
            SourceColumnKind.Number => required ? $"batch.Columns[{at}].Numbers[row]" : $"batch.NumberAt({at}, row)",
            _ => required ? $"batch.Columns[{at}].Texts[row]" : $"batch.TextAt({at}, row)",
        };
    }

    private static string Describe(TushareColumn column)
    {
        string unit = TushareUnits.Describe(column.Unit);
        string text = $"<c>{column.Name}</c>";
        if (column.Meaning.Length > 0) text += $": {Escape(column.Meaning)}";
        if (unit.Length > 0) text += $", in {unit}";
        if (column.IsTime) text += ", with time of day";
        return text + ".";
    }

    /// <summary>buy_sm_vol → BuySmVol; 1w → W1.</summary>
    private static string Pascal(string name)
    {
        string[] words = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        string text = string.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits == 0 ? text : char.ToUpperInvariant(text[digits]) + text[(digits + 1)..] + text[..digits];
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
