using System.Buffers.Binary;
using System.Numerics;

namespace AlphaKit.Parquet;

/// <content>Single values by their meaning.</content>
public sealed partial class ParquetValues
{
    private const long MicrosecondsOfDay = 86_400_000_000;
    private const int JulianDayOfEpoch = 2_440_588; // 1970-01-01

    /// <summary>Bytes of a row; empty where missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column does not hold byte strings.</exception>
    public ReadOnlySpan<byte> BytesAt(int row)
    {
        int code = Codes[row];
        return code < 0 ? default : _table![code];
    }

    /// <summary>Text of a row (UTF-8; bytes that are none become U+FFFD); null where missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column does not hold byte strings.</exception>
    public string? TextAt(int row)
    {
        int code = Codes[row];
        return code < 0 ? null : _table!.Text(code);
    }

    /// <summary>Day of a row; null where missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column is no <see cref="LogicalKind.Date"/>.</exception>
    /// <exception cref="OverflowException">The day is outside of years 1 to 9999.</exception>
    public DateOnly? DateAt(int row)
    {
        Require(LogicalKind.Date);
        if (IsNull(row)) return null;
        long number = Int32s[row] + (long)DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : throw OutOfRange(row, "DateOnly");
    }

    /// <summary>Time of day of a row, cut to 100 ns; null where missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column is no <see cref="LogicalKind.Time"/>.</exception>
    /// <exception cref="OverflowException">The time is not within a day.</exception>
    public TimeOnly? TimeAt(int row)
    {
        Require(LogicalKind.Time);
        if (IsNull(row)) return null;
        long ticks = Column.TimeUnit switch
        {
            TimeUnit.Milliseconds => Int32s[row] * TimeSpan.TicksPerMillisecond,
            TimeUnit.Microseconds => Int64s[row] is >= 0 and <= MicrosecondsOfDay and var us ? us * 10 : -1,
            _ => Int64s[row] is >= 0 and var ns ? ns / 100 : -1,
        };
        return ticks is >= 0 and < TimeSpan.TicksPerDay ? new TimeOnly(ticks) : throw OutOfRange(row, "TimeOnly");
    }

    /// <summary>Microseconds since 1970-01-01 of a timestamp row (Int96 included), nanoseconds rounded down; null where missing.
    /// Int96 wraps around at 64 bits of microseconds: Spark, which writes it, wraps when it writes, and only so its far instants come back.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column is no <see cref="LogicalKind.Timestamp"/>.</exception>
    /// <exception cref="OverflowException">Milliseconds do not fit 64 bits of microseconds.</exception>
    public long? MicrosecondsAt(int row)
    {
        Require(LogicalKind.Timestamp);
        if (IsNull(row)) return null;
        if (Column.Type == PhysicalType.Int96)
        {
            ReadOnlySpan<byte> bytes = BytesAt(row);
            long nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(bytes), days = (long)BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) - JulianDayOfEpoch;
            return unchecked((days * MicrosecondsOfDay) + FloorDivide(nanoseconds, 1000));
        }

        return Column.TimeUnit switch
        {
            TimeUnit.Milliseconds => checked(Int64s[row] * 1000),
            TimeUnit.Microseconds => Int64s[row],
            _ => FloorDivide(Int64s[row], 1000),
        };
    }

    /// <summary>Timestamp of a row, nanoseconds rounded down to microseconds; null where missing. Its kind is UTC where the column is adjusted to it.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column is no <see cref="LogicalKind.Timestamp"/>.</exception>
    /// <exception cref="OverflowException">The instant is outside of years 1 to 9999.</exception>
    public DateTime? DateTimeAt(int row)
    {
        if (MicrosecondsAt(row) is not { } microseconds) return null;
        Int128 ticks = DateTime.UnixEpoch.Ticks + ((Int128)microseconds * 10);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) throw OutOfRange(row, "DateTime");
        return new DateTime((long)ticks, Column.IsAdjustedToUtc ? DateTimeKind.Utc : DateTimeKind.Unspecified);
    }

    /// <summary>Decimal of a row; null where missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column is no <see cref="LogicalKind.Decimal"/>.</exception>
    /// <exception cref="OverflowException">The number has more digits than <see cref="decimal"/> holds (28).</exception>
    public decimal? DecimalAt(int row)
    {
        Require(LogicalKind.Decimal);
        if (IsNull(row)) return null;
        BigInteger unscaled = Column.Type switch
        {
            PhysicalType.Int32 => Int32s[row],
            PhysicalType.Int64 => Int64s[row],
            _ => new BigInteger(BytesAt(row), isUnsigned: false, isBigEndian: true),
        };
        int scale = Column.Scale;
        while (scale > 28)
        {
            unscaled = BigInteger.DivRem(unscaled, 10, out BigInteger digit);
            if (!digit.IsZero) throw OutOfRange(row, "decimal");
            scale--;
        }

        BigInteger magnitude = BigInteger.Abs(unscaled);
        if (magnitude.GetBitLength() > 96) throw OutOfRange(row, "decimal");
        UInt128 bits = (UInt128)magnitude;
        return new decimal((int)(uint)bits, (int)(uint)(bits >> 32), (int)(uint)(bits >> 64), unscaled.Sign < 0, (byte)scale);
    }

    /// <summary>Half-precision number of a row; null where missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column is no <see cref="LogicalKind.Float16"/>.</exception>
    public Half? HalfAt(int row)
    {
        Require(LogicalKind.Float16);
        return IsNull(row) ? null : BinaryPrimitives.ReadHalfLittleEndian(BytesAt(row));
    }

    /// <summary>UUID of a row (stored in the order in which it is written); null where missing.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <exception cref="InvalidOperationException">The column is no <see cref="LogicalKind.Uuid"/>.</exception>
    public Guid? GuidAt(int row)
    {
        Require(LogicalKind.Uuid);
        return IsNull(row) ? null : new Guid(BytesAt(row), bigEndian: true);
    }

    private static long FloorDivide(long value, long divisor) => (value / divisor) - (value % divisor < 0 ? 1 : 0);

    private void Require(LogicalKind kind)
    {
        if (Column.Kind != kind) throw new InvalidOperationException($"Column '{Column.Name}' is {Column.Kind} stored as {Column.Type}, not {kind}.");
    }

    private OverflowException OutOfRange(int row, string type) => new($"Column '{Column.Name}', row {row}: the value does not fit {type}.");
}
