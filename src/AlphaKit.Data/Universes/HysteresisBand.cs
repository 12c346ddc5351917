using System.Globalization;

namespace AlphaKit.Data;

/// <summary>
/// A band that a share enters by its inner bounds and leaves by its outer ones, so that one at an edge does not come and go every day:
/// a market cap of 3 to 50 billion yuan, say, kept until it falls below 2.7 or rises above 55.
/// <code>Universe.AShares.Where(new HysteresisBand(Field.MarketCap, (3e9, 50e9), (2.7e9, 55e9)))</code>
/// </summary>
/// <remarks>
/// Members of a day are those inside the outer bounds that were inside the inner bounds on that day, or on an earlier day and never outside
/// the outer bounds since. Days before the panel do not count: let it begin earlier than what is decided on it. On days without a value
/// a share is no member; its state stays.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class HysteresisBand : UniverseRule
{
    private readonly Field _field;

    /// <summary>Makes the rule.</summary>
    /// <param name="field">The field, for example <see cref="Field.MarketCap"/>.</param>
    /// <param name="enter">The inner bounds, inclusive, in the field's unit.</param>
    /// <param name="stay">The outer bounds, inclusive; they enclose the inner ones.</param>
    /// <exception cref="ArgumentException">A lower bound is above its upper bound, or the outer bounds do not enclose the inner ones.</exception>
    public HysteresisBand(Field field, (double Min, double Max) enter, (double Min, double Max) stay)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!(enter.Min <= enter.Max)) throw new ArgumentException($"The inner bounds {enter.Min} … {enter.Max} are no band.", nameof(enter));
        if (!(stay.Min <= enter.Min && stay.Max >= enter.Max)) throw new ArgumentException($"The outer bounds {stay.Min} … {stay.Max} must enclose the inner ones, {enter.Min} … {enter.Max}.", nameof(stay));
        _field = field;
        Enter = enter;
        Stay = stay;
    }

    /// <summary>The inner bounds.</summary>
    public (double Min, double Max) Enter { get; }

    /// <summary>The outer bounds.</summary>
    public (double Min, double Max) Stay { get; }

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"{_field} from {Enter.Min:R} to {Enter.Max:R}, kept from {Stay.Min:R} to {Stay.Max:R}");

    /// <inheritdoc/>
    public override IReadOnlyList<Field> RequiredFields => [_field];

    /// <inheritdoc/>
    public override void Apply(UniverseContext context, int row, Span<bool> members)
    {
        ArgumentNullException.ThrowIfNull(context);
        FieldMatrix values = context.Panel[_field];
        ReadOnlySpan<float> today = values.Row(row);
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i]) members[i] = !float.IsNaN(today[i]) && IsIn(values, row, i);
        }
    }

    /// <summary>The newest value that lies inside the inner or outside the outer bounds decides.</summary>
    private bool IsIn(FieldMatrix values, int row, int column)
    {
        for (int t = row; t >= 0; t--)
        {
            float value = values.Row(t)[column];
            if (value >= Enter.Min && value <= Enter.Max) return true;
            if (value < Stay.Min || value > Stay.Max) return false;
        }

        return false;
    }
}
