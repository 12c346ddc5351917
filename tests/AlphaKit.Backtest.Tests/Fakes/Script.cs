namespace AlphaKit.Backtest.Tests;

/// <summary>A strategy whose targets are written down by the day of the decision; other days keep the holdings.</summary>
internal sealed class Script : ITargetSource
{
    private readonly Dictionary<DateOnly, TargetWeights> _targets = [];

    public string Name => "script";

    public IReadOnlyList<Field> RequiredFields { get; init; } = [];

    public Action<DecisionContext>? Seen { get; init; }

    public Script On(DateOnly decided, params (Symbol Symbol, double Weight)[] weights)
    {
        _targets[decided] = TargetWeights.From(weights.Select(w => KeyValuePair.Create(w.Symbol, w.Weight)));
        return this;
    }

    public TargetWeights Decide(DecisionContext context)
    {
        Seen?.Invoke(context);
        return _targets.TryGetValue(context.Today, out TargetWeights? target) ? target : TargetWeights.Keep("nothing written for this day");
    }
}
