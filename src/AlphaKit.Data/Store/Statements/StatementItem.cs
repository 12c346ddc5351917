namespace AlphaKit.Data;

/// <summary>A line item of a kind of statement, taken over some time.</summary>
public sealed record StatementItem
{
    /// <summary>Names an item.</summary>
    /// <param name="kind">The kind of statement.</param>
    /// <param name="name">Tushare's name, for example <c>n_income_attr_p</c>.</param>
    /// <param name="basis">Over which time. Balance sheets and indicators are taken as reported.</param>
    /// <param name="unit">Its unit; the default is yuan.</param>
    /// <exception cref="ArgumentException">A balance sheet or an indicator is not a sum over time, so that nothing can be differenced.</exception>
    public StatementItem(StatementKind kind, string name, StatementBasis basis = StatementBasis.Reported, Unit unit = Unit.Cny)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(nameof(kind), kind, "Must be a kind of statement.");
        if (!Enum.IsDefined(basis)) throw new ArgumentOutOfRangeException(nameof(basis), basis, "Must be a basis.");
        if (basis != StatementBasis.Reported && kind is StatementKind.BalanceSheet or StatementKind.Indicators)
            throw new ArgumentException($"'{name}' of {kind} is not a sum over time: it can only be taken as reported.", nameof(basis));
        Kind = kind;
        Name = name;
        Basis = basis;
        Field = Field.Custom($"{TableOf(kind)}_{name}{basis switch { StatementBasis.SingleQuarter => "_q", StatementBasis.TrailingYear => "_ttm", _ => "" }}", unit, Clock.Announced);
    }

    /// <summary>The kind of statement.</summary>
    public StatementKind Kind { get; }

    /// <summary>Tushare's name.</summary>
    public string Name { get; }

    /// <summary>Over which time.</summary>
    public StatementBasis Basis { get; }

    /// <summary>The field under which the item stands in a panel: <c>income_revenue</c>, <c>income_revenue_q</c>, <c>income_revenue_ttm</c>; known when announced.</summary>
    public Field Field { get; }

    /// <summary>Name of the field.</summary>
    public override string ToString() => Field.Name;

    internal static string TableOf(StatementKind kind) => kind switch
    {
        StatementKind.Income => "income",
        StatementKind.BalanceSheet => "balancesheet",
        StatementKind.CashFlow => "cashflow",
        _ => "fina_indicator",
    };
}
