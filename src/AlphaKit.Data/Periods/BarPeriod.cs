namespace AlphaKit.Data;

/// <summary>The span of a bar built from daily bars.</summary>
public enum BarPeriod
{
    /// <summary>Monday to Sunday; a week that spans two years is one week (ISO 8601).</summary>
    Week = 0,

    /// <summary>A calendar month.</summary>
    Month = 1,

    /// <summary>A calendar quarter.</summary>
    Quarter = 2,
}
