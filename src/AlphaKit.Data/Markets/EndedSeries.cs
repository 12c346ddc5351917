using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Series that are no longer published day by day: what is asked for wholly after their end is refused, not answered with gaps.</summary>
internal static class EndedSeries
{
    /// <summary>Stock Connect holdings of single shares: daily until this day at the latest, then quarterly (as Tushare documents hk_hold).</summary>
    private static readonly DateOnly s_northbound = new(2024, 8, 19);

    /// <exception cref="FieldNotAvailableException">The series ended before the first day asked for.</exception>
    public static void Check(Field field, DateOnly from)
    {
        if (from <= s_northbound || !(field.Equals(Field.NorthboundShares) || field.Equals(Field.NorthboundRatio))) return;
        throw new FieldNotAvailableException(field, string.Create(
            CultureInfo.InvariantCulture,
            $"daily northbound holdings ended on {s_northbound:yyyy-MM-dd} and are quarterly since; from {from:yyyy-MM-dd} on there is no daily series. Leave the field out, or end before."));
    }
}
