using System.Buffers.Text;

namespace AlphaKit.Data;

/// <summary>Reads single values from UTF-8 text as vendors write them, in files and in replies. Missing are: nothing, NaN, None, null in any case.</summary>
public static class VendorText
{
    private static ReadOnlySpan<double> Powers =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a number; NaN for missing. Correctly rounded.</summary>
    /// <param name="text">The characters of one value.</param>
    /// <param name="value">The number.</param>
    /// <returns>False where the text is no finite number and does not stand for a missing one.</returns>
    public static bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        // Up to 15 digits and at most 22 decimals, mantissa and power of ten are exact doubles, so one division rounds once.
        int i = 0;
        bool negative = text.Length > 0 && text[0] == (byte)'-';
        if (negative) i = 1;
        long mantissa = 0;
        int digits = 0, decimals = -1;
        for (; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                if (mantissa != 0) digits++;
                if (decimals >= 0) decimals++;
                if (digits > 15 || decimals > 22) return TrySlowly(text, out value);
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
        value = decimals > 0 ? mantissa / Powers[decimals] : mantissa;
        if (negative) value = -value;
        return true;
    }

    /// <summary>Reads yyyyMMdd or yyyy-MM-dd, also with a midnight time or a decimal zero behind it; <see cref="SourceColumn.NoDate"/> for missing.</summary>
    /// <param name="text">The characters of one value.</param>
    /// <param name="value">The date.</param>
    /// <returns>False where the text is neither a date since 1900 nor missing.</returns>
    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = SourceColumn.NoDate;
        if (IsMissing(text)) return true;
        int year, month, day;
        ReadOnlySpan<byte> rest;
        if (text.Length >= 10 && text[4] == (byte)'-' && text[7] == (byte)'-')
        {
            year = Digits(text[..4]);
            month = Digits(text[5..7]);
            day = Digits(text[8..10]);
            rest = text[10..];
            if (!rest.IsEmpty && !rest.SequenceEqual(" 00:00:00"u8) && !rest.SequenceEqual("T00:00:00"u8)) return false;
        }
        else
        {
            if (text.Length < 8) return false;
            year = Digits(text[..4]);
            month = Digits(text[4..6]);
            day = Digits(text[6..8]);
            rest = text[8..];
            if (!rest.IsEmpty && !rest.SequenceEqual(".0"u8)) return false;
        }

        if (year < 1900 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        value = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>True for what stands for no value.</summary>
    /// <param name="text">The characters of one value.</param>
    public static bool IsMissing(ReadOnlySpan<byte> text) => text.Length switch
    {
        0 => true,
        3 => Ascii(text, "nan"u8),
        4 => Ascii(text, "none"u8) || Ascii(text, "null"u8),
        _ => false,
    };

    private static bool TrySlowly(ReadOnlySpan<byte> text, out double value)
    {
        if (IsMissing(text))
        {
            value = double.NaN;
            return true;
        }

        return Utf8Parser.TryParse(text, out value, out int used) && used == text.Length && double.IsFinite(value);
    }

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

    private static bool Ascii(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if ((text[i] | 0x20) != lower[i]) return false;
        }

        return true;
    }
}
