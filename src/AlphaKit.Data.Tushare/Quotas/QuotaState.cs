using System.Buffers.Binary;

namespace AlphaKit.Data.Tushare;

/// <summary>What all processes share about one interface of one account: times of recent calls, counts of the hour and the day, learned limits, and a pause.</summary>
internal sealed class QuotaState
{
    private const long Magic = 0x31304155514B41; // "AKQUA01"
    private const int Head = 14;

    /// <summary>Limits by window as the service stated them, 0 = not stated.</summary>
    public int[] Learned { get; } = new int[3];

    /// <summary>When they were stated, in UTC ticks.</summary>
    public long[] LearnedAt { get; } = new long[3];

    /// <summary>No call before this moment, in UTC ticks.</summary>
    public long BlockedUntil { get; set; }

    /// <summary>Which quota closed it.</summary>
    public TushareQuotaWindow BlockedBy { get; set; }

    public long Hour { get; set; }

    public long CallsThisHour { get; set; }

    public long Day { get; set; }

    public long CallsThisDay { get; set; }

    /// <summary>Calls of the last minute and those promised for later, in UTC ticks, ascending.</summary>
    public List<long> Calls { get; } = [];

    /// <summary>
    /// Reads a state; what is not one counts as a fresh start, which the service's own count then corrects. What follows it is left over from a longer
    /// one, by a process that was killed before it cut the file.
    /// </summary>
    public static QuotaState Read(ReadOnlySpan<byte> bytes)
    {
        QuotaState state = new();
        if (bytes.Length < Head * 8 || bytes.Length % 8 != 0 || Word(bytes, 0) != Magic) return state;
        long count = Word(bytes, 13);
        if (count < 0 || count > (bytes.Length / 8) - Head) return state;
        for (int i = 0; i < 3; i++)
        {
            state.Learned[i] = (int)Math.Clamp(Word(bytes, 1 + i), 0, int.MaxValue);
            state.LearnedAt[i] = Word(bytes, 4 + i);
        }

        state.BlockedUntil = Word(bytes, 7);
        state.BlockedBy = (TushareQuotaWindow)Math.Clamp(Word(bytes, 8), 0, 2);
        (state.Hour, state.CallsThisHour) = (Word(bytes, 9), Word(bytes, 10));
        (state.Day, state.CallsThisDay) = (Word(bytes, 11), Word(bytes, 12));
        for (int i = 0; i < count; i++) state.Calls.Add(Word(bytes, Head + i));
        return state;
    }

    public byte[] Write()
    {
        byte[] bytes = new byte[(Head + Calls.Count) * 8];
        long[] head =
        [
            Magic, Learned[0], Learned[1], Learned[2], LearnedAt[0], LearnedAt[1], LearnedAt[2], BlockedUntil, (long)BlockedBy, Hour, CallsThisHour, Day, CallsThisDay, Calls.Count,
        ];
        for (int i = 0; i < head.Length; i++) BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * 8), head[i]);
        for (int i = 0; i < Calls.Count; i++) BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan((Head + i) * 8), Calls[i]);
        return bytes;
    }

    private static long Word(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadInt64LittleEndian(bytes[(index * 8)..]);
}
