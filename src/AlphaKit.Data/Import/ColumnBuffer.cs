using System.Text;

namespace AlphaKit.Data;

/// <summary>One column while it is being read: a growing array of its kind.</summary>
internal sealed class ColumnBuffer(string name, SourceColumnKind kind, ColumnDoubt doubt)
{
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private Symbol[] _symbols = [];
    private DateOnly[] _dates = [];
    private double[] _numbers = [];
    private string[] _texts = [];
    private byte[] _lastBytes = [];
    private string _lastText = "";

    public string Name => name;

    public SourceColumnKind Kind => kind;

    public int Count { get; private set; }

    /// <summary>False once a value of a column that need not be numeric turned out not to be a number.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Texts of symbols that could not be read, by row.</summary>
    public Dictionary<int, string> Unread { get; } = [];

    /// <summary>Appends a value; false if it cannot be read.</summary>
    public bool TryAdd(ReadOnlySpan<byte> text)
    {
        EnsureRoom(Count + 1);
        switch (kind)
        {
            case SourceColumnKind.Symbol:
                if (!Symbol.TryParse(text, out Symbol symbol) && !text.IsEmpty) Unread[Count] = Encoding.UTF8.GetString(text);
                _symbols[Count] = symbol;
                break;
            case SourceColumnKind.Date:
                if (!VendorText.TryDate(text, out DateOnly date)) return false;
                _dates[Count] = date;
                break;
            case SourceColumnKind.Number:
                if (!VendorText.TryNumber(text, out double number))
                {
                    if (doubt == ColumnDoubt.Fails) return false;
                    IsUsable = false;
                    number = double.NaN;
                }

                _numbers[Count] = number;
                break;
            default:
                _texts[Count] = TextOf(text);
                break;
        }

        Count++;
        return true;
    }

    /// <summary>Appends missing values up to a count: the file at hand has no such column.</summary>
    public void PadTo(int count)
    {
        EnsureRoom(count);
        for (; Count < count; Count++)
        {
            if (kind == SourceColumnKind.Number) _numbers[Count] = double.NaN;
            else if (kind == SourceColumnKind.Text) _texts[Count] = "";
        }
    }

    public SourceColumn Build() => kind switch
    {
        SourceColumnKind.Symbol => SourceColumn.Of(name, Trimmed(_symbols)),
        SourceColumnKind.Date => SourceColumn.Of(name, Trimmed(_dates)),
        SourceColumnKind.Number => SourceColumn.Of(name, Trimmed(_numbers)),
        _ => SourceColumn.Of(name, Trimmed(_texts)),
    };

    private T[] Trimmed<T>(T[] values) => values.Length == Count ? values : values[..Count];

    private string TextOf(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return "";
        if (text.SequenceEqual(_lastBytes)) return _lastText;
        _lastBytes = text.ToArray();
        return _lastText = s_utf8.GetString(text);
    }

    private void EnsureRoom(int count)
    {
        switch (kind)
        {
            case SourceColumnKind.Symbol: Grow(ref _symbols, count); break;
            case SourceColumnKind.Date: Grow(ref _dates, count); break;
            case SourceColumnKind.Number: Grow(ref _numbers, count); break;
            default: Grow(ref _texts, count); break;
        }
    }

    private static void Grow<T>(ref T[] values, int count)
    {
        if (count > values.Length) Array.Resize(ref values, Math.Max(Math.Max(count, 1024), values.Length * 2));
    }
}
