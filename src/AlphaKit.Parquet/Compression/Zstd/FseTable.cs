namespace AlphaKit.Parquet;

/// <summary>A finite-state-entropy decoding table of Zstandard (RFC 8878, section 4.1).</summary>
internal sealed class FseTable
{
    private readonly byte[] _symbol;
    private readonly byte[] _bits;
    private readonly ushort[] _base;

    private FseTable(int accuracyLog)
    {
        AccuracyLog = accuracyLog;
        _symbol = new byte[1 << accuracyLog];
        _bits = new byte[1 << accuracyLog];
        _base = new ushort[1 << accuracyLog];
    }

    public int AccuracyLog { get; }

    public int Symbol(int state) => _symbol[state];

    public int Next(int state, ref ReverseBitReader reader) => _base[state] + reader.Read(_bits[state]);

    /// <summary>A table of one state that always yields one symbol.</summary>
    public static FseTable Repeat(byte symbol)
    {
        FseTable table = new(0);
        table._symbol[0] = symbol;
        return table;
    }

    /// <summary>Reads a table description and moves <paramref name="position"/> behind it.</summary>
    public static FseTable Read(ReadOnlySpan<byte> source, ref int position, int maxAccuracyLog, int maxSymbol)
    {
        int bit = position * 8;
        int accuracyLog = ReadForward(source, ref bit, 4) + 5;
        if (accuracyLog > maxAccuracyLog) throw new InvalidDataException($"Zstandard table accuracy {accuracyLog} exceeds {maxAccuracyLog}.");
        int remaining = 1 << accuracyLog, symbol = 0;
        Span<short> probabilities = stackalloc short[maxSymbol + 1];
        while (remaining > 0)
        {
            if (symbol > maxSymbol) throw new InvalidDataException($"Zstandard table has more than {maxSymbol + 1} symbols.");
            int bits = 32 - int.LeadingZeroCount(remaining + 1);
            int value = ReadForward(source, ref bit, bits);
            int lowMask = (1 << (bits - 1)) - 1, threshold = (1 << bits) - 1 - (remaining + 1);
            if ((value & lowMask) < threshold)
            {
                bit--;
                value &= lowMask;
            }
            else if (value > lowMask)
            {
                value -= threshold;
            }

            int probability = value - 1;
            remaining -= Math.Abs(probability);
            probabilities[symbol++] = (short)probability;
            if (probability != 0) continue;
            int zeros;
            do
            {
                zeros = ReadForward(source, ref bit, 2);
                if (symbol + zeros > maxSymbol + 1) throw new InvalidDataException($"Zstandard table has more than {maxSymbol + 1} symbols.");
                symbol += zeros;
            }
            while (zeros == 3);
        }

        if (remaining != 0) throw new InvalidDataException("Zstandard table probabilities do not add up.");
        position = (bit + 7) / 8;
        return Build(probabilities[..symbol], accuracyLog);
    }

    /// <summary>Builds a table from probabilities; −1 is "less than one".</summary>
    public static FseTable Build(ReadOnlySpan<short> probabilities, int accuracyLog)
    {
        FseTable table = new(accuracyLog);
        int size = 1 << accuracyLog, high = size - 1;
        Span<ushort> next = stackalloc ushort[probabilities.Length];
        for (int s = 0; s < probabilities.Length; s++)
        {
            if (probabilities[s] == -1)
            {
                table._symbol[high--] = (byte)s;
                next[s] = 1;
            }
            else
            {
                next[s] = (ushort)probabilities[s];
            }
        }

        int step = (size >> 1) + (size >> 3) + 3, place = 0;
        for (int s = 0; s < probabilities.Length; s++)
        {
            for (int i = 0; i < probabilities[s]; i++)
            {
                table._symbol[place] = (byte)s;
                do place = (place + step) & (size - 1);
                while (place > high);
            }
        }

        for (int state = 0; state < size; state++)
        {
            int order = next[table._symbol[state]]++;
            int bits = accuracyLog - (31 - int.LeadingZeroCount(order));
            table._bits[state] = (byte)bits;
            table._base[state] = (ushort)((order << bits) - size);
        }

        return table;
    }

    private static int ReadForward(ReadOnlySpan<byte> source, ref int bit, int count)
    {
        int value = 0;
        for (int i = 0; i < count; i++, bit++)
        {
            int index = bit >> 3;
            if (index >= source.Length) throw new InvalidDataException($"A Zstandard table is cut off at byte {index}.");
            value |= ((source[index] >> (bit & 7)) & 1) << i;
        }

        return value;
    }
}
