using AlphaKit.Parquet;

namespace AlphaKit.Data;

/// <summary>Collects the values of one column from several row groups; each writes to its own rows.</summary>
internal sealed class ColumnTarget
{
    private static readonly int s_epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    private readonly StoreColumn _column;
    private readonly Array _values;

    public ColumnTarget(StoreColumn column, int rows)
    {
        _column = column;
        switch (column.Kind)
        {
            case SourceColumnKind.Symbol: _values = new Symbol[rows]; break;
            case SourceColumnKind.Date: _values = new DateOnly[rows]; break;
            case SourceColumnKind.Number: _values = Filled(rows, double.NaN); break;
            default: _values = Filled(rows, ""); break;
        }
    }

    public string Name => _column.Name;

    public void Fill(int start, ParquetValues values)
    {
        switch (_column.Kind)
        {
            case SourceColumnKind.Number:
                Span<double> numbers = ((double[])_values).AsSpan(start, values.Count);
                values.Doubles.CopyTo(numbers);
                for (int i = 0; values.NullCount > 0 && i < numbers.Length; i++)
                {
                    if (values.IsNull(i)) numbers[i] = double.NaN;
                }

                break;
            case SourceColumnKind.Date:
                DateOnly[] dates = (DateOnly[])_values;
                ReadOnlySpan<int> days = values.Int32s;
                for (int i = 0; i < days.Length; i++) dates[start + i] = values.IsNull(i) ? SourceColumn.NoDate : DateOnly.FromDayNumber(days[i] + s_epoch);
                break;
            case SourceColumnKind.Symbol:
                Symbol[] entries = new Symbol[values.EntryCount];
                for (int code = 0; code < entries.Length; code++) entries[code] = Symbol.Parse(values.EntryText(code));
                Expand(values, entries, (Symbol[])_values, start);
                break;
            default:
                string[] texts = new string[values.EntryCount];
                for (int code = 0; code < texts.Length; code++) texts[code] = values.EntryText(code);
                Expand(values, texts, (string[])_values, start);
                break;
        }
    }

    public SourceColumn Build() => _column.Kind switch
    {
        SourceColumnKind.Symbol => SourceColumn.Of(Name, (Symbol[])_values),
        SourceColumnKind.Date => SourceColumn.Of(Name, (DateOnly[])_values),
        SourceColumnKind.Number => SourceColumn.Of(Name, (double[])_values),
        _ => SourceColumn.Of(Name, (string[])_values),
    };

    private static void Expand<T>(ParquetValues values, T[] entries, T[] target, int start)
    {
        ReadOnlySpan<int> codes = values.Codes;
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i] >= 0) target[start + i] = entries[codes[i]];
        }
    }

    private static T[] Filled<T>(int count, T value)
    {
        T[] values = new T[count];
        Array.Fill(values, value);
        return values;
    }
}
