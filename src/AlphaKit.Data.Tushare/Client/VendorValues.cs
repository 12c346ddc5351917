using System.Buffers.Text;

namespace AlphaKit.Data.Tushare;

/// <summary>Reads values as Tushare writes them: numbers that are sometimes texts, and nothing written as "", None or NaN.</summary>
internal static class VendorValues
{
    private static ReadOnlySpan<double> Powers =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a finite number, correctly rounded.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        // Up to 15 digits and 22 decimals, digits and power of ten are exact doubles, so that one division rounds once.
        int i = 0;
        bool negative = text.Length > 0 && text[0] == (byte)'-';
        if (negative) i = 1;
        long digits = 0;
        int count = 0, decimals = -1;
        for (; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                if (digits != 0) count++;
                if (decimals >= 0) decimals++;
                if (count > 15 || decimals > 22) return TrySlowly(text, out value);
            }
            else if (text[i] == (byte)'.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                return TrySlowly(text, out value);
            }
        }

        if (text.Length - (negative ? 1 : 0) - (decimals >= 0 ? 1 : 0) <= 0) return TrySlowly(text, out value);
        value = decimals > 0 ? digits / Powers[decimals] : digits;
        if (negative) value = -value;
        return true;
    }

    /// <summary>Reads yyyyMMdd or yyyy-MM-dd.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = SourceColumn.NoDate;
        int year, month, day;
        if (text.Length == 10 && text[4] == (byte)'-' && text[7] == (byte)'-')
            (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        else if (text.Length == 8)
            (year, month, day) = (Digits(text[..4]), Digits(text[4..6]), Digits(text[6..]));
        else
            return false;
        if (year < 1900 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        value = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>True for what stands for nothing.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> text) => text.Length switch
    {
        0 => true,
        3 => IsWord(text, "nan"u8),
        4 => IsWord(text, "none"u8) || IsWord(text, "null"u8),
        _ => false,
    };

    private static bool TrySlowly(ReadOnlySpan<byte> text, out double value) =>
        Utf8Parser.TryParse(text, out value, out int used) && used == text.Length && double.IsFinite(value);

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte b in text)
        {
            if (b is < (byte)'0' or > (byte)'9') return -1;
            value = (value * 10) + (b - '0');
        }

        return value;
    }

    private static bool IsWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if ((text[i] | 0x20) != lower[i]) return false;
        }

        return true;
    }
}
