namespace AlphaKit.Testing;

/// <summary>One value that changed although only the future had changed.</summary>
/// <param name="Table">The result table.</param>
/// <param name="Date">The date of the row; null when the number of rows itself differs.</param>
/// <param name="Column">The column.</param>
/// <param name="Expected">The value on the true market.</param>
/// <param name="Actual">The value on the poisoned market.</param>
public sealed record LookAheadViolation(string Table, DateOnly? Date, string Column, string Expected, string Actual)
{
    /// <summary>Table, date, column and both values.</summary>
    public override string ToString() => $"{Table}[{Date:yyyy-MM-dd}].{Column}: {Expected} became {Actual} when only the future changed";
}
