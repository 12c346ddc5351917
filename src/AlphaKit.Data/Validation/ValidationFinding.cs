namespace AlphaKit.Data;

/// <summary>One thing that a <see cref="ValidationRule"/> found in a row.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Table">The vendor table.</param>
/// <param name="Where">File and line.</param>
/// <param name="Symbol">The symbol; the default where there is none.</param>
/// <param name="Date">The date; null where there is none.</param>
/// <param name="Detail">The values, in words.</param>
public sealed record ValidationFinding(ValidationRule Rule, string Table, RowLocation Where, Symbol Symbol, DateOnly? Date, string Detail);
