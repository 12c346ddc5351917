namespace AlphaKit.Portfolio;

/// <summary>
/// Takes weight from shares that are bought on credit too much (融资拥挤). The financing balance over the float market cap counts: from <see cref="From"/>
/// upwards the weight falls in a straight line to <see cref="Floor"/> at <see cref="Full"/>. A share that has reached <see cref="Full"/> is under
/// suspension of new financing and stays at the floor until its ratio is back at <see cref="From"/>.
/// </summary>
/// <remarks>
/// 25 % is where the exchanges suspend new financing purchases of a share, 20 % where they resume; nothing is sold by force there. The factor in
/// force moves only when the wanted one is <see cref="Step"/> away or reaches an end, so that daily changes are not traded. A share without a
/// ratio for longer than <see cref="MarketSeries.MostDaysOld"/> trading days is not penalised.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record MarginPenalty : IOverlay
{
    /// <summary>Default of <see cref="From"/>: where new financing purchases are resumed.</summary>
    public const double DefaultFrom = 0.20;

    /// <summary>Default of <see cref="Full"/>: where new financing purchases are suspended.</summary>
    public const double DefaultFull = 0.25;

    /// <summary>Default of <see cref="Step"/>.</summary>
    public const double DefaultStep = 0.2;

    /// <summary>Ratios of single precision are no more exact.</summary>
    private const double Rounding = 1e-5;

    /// <inheritdoc/>
    public string Name => "margin penalty";

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => [Field.FinancingBalance, Field.FloatMarketCap];

    /// <summary>The ratio up to which nothing is taken.</summary>
    /// <value>Above 0, below 1; below <see cref="Full"/> when a run starts. The default is <see cref="DefaultFrom"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double From
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(From), value, "Must be above 0 and below 1.");
    } = DefaultFrom;

    /// <summary>The ratio from which the weight is at the floor.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultFull"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Full
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Full), value, "Must be above 0 and at most 1.");
    } = DefaultFull;

    /// <summary>What the weight is multiplied by at the worst.</summary>
    /// <value>0 to 1. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Floor
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Floor), value, "Must be 0 to 1.");
    }

    /// <summary>The smallest change of a factor.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultStep"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Step
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Step), value, "Must be 0 to 1.");
    } = DefaultStep;

    /// <summary>The factor of a ratio without memory: 1 up to <see cref="From"/>, <see cref="Floor"/> from <see cref="Full"/> on, straight between.</summary>
    /// <param name="ratio">Financing balance / float market cap.</param>
    public double FactorOf(double ratio) => ratio <= From ? 1 : ratio >= Full ? Floor : 1 - ((1 - Floor) * (ratio - From) / (Full - From));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="From"/> is not below <see cref="Full"/>.</exception>
    public IOverlayRun Start() => From < Full
        ? new Run(this)
        : throw new InvalidOperationException(FormattableString.Invariant($"The penalty begins at {From} and is full at {Full}: the first must be below the second."));

    private sealed class Run(MarginPenalty rule) : RowReplay<Run.State>
    {
        protected override Clock KnownAt => Field.FinancingBalance.KnownAt;

        protected override void Step(DecisionContext context, TargetDraft draft, int row)
        {
            ReadOnlySpan<float> balance = context.Past[Field.FinancingBalance].Row(row), cap = context.Past[Field.FloatMarketCap].Row(row);
            for (int i = 0; i < balance.Length; i++)
            {
                double ratio = (double)balance[i] / cap[i];
                if (!(ratio >= 0) || double.IsInfinity(ratio)) continue;
                Symbol symbol = context.Past.Symbols[i];
                State? state = Find(symbol);
                if (state is null && ratio <= rule.From) continue;
                bool isSuspended = ratio >= rule.Full || (state is { IsSuspended: true } && ratio > rule.From);
                double wanted = isSuspended ? rule.Floor : rule.FactorOf(ratio), before = state?.Factor ?? 1;
                bool moves = Math.Abs(wanted - before) >= rule.Step - Rounding || ((wanted == 1 || wanted == rule.Floor) && wanted != before);
                double factor = moves ? wanted : before;
                string detail = FormattableString.Invariant($"financing is {ratio:P1} of the float");
                DateOnly day = context.Past.Calendar[row];
                if (isSuspended != (state?.IsSuspended ?? false)) draft.Log(day, isSuspended ? "suspended" : "resumed", ratio, detail, symbol);
                else if (factor != before) draft.Log(day, "factor", factor, detail, symbol);
                Set(symbol, new State(isSuspended, factor), row);
            }
        }

        protected override void Apply(TargetDraft draft, Symbol symbol, State state) => draft.Scale(symbol, state.Factor);

        internal sealed record State(bool IsSuspended, double Factor);
    }
}
