namespace AlphaKit;

/// <summary>Turns the past into wanted weights: a portfolio construction, an optimiser, a rule. The seam between strategies and backtest.</summary>
public interface ITargetSource
{
    /// <summary>Name, for reports.</summary>
    string Name { get; }

    /// <summary>The fields that <see cref="DecisionContext.Past"/> must hold.</summary>
    IReadOnlyList<Field> RequiredFields => [];

    /// <summary>The universe that <see cref="Panel.Members"/> of the past shows.</summary>
    Universe Universe => Universe.AShares;

    /// <summary>Decides. Called once per rebalance, in order of days.</summary>
    /// <param name="context">What may be looked at.</param>
    /// <returns>The wanted weights, or <see cref="TargetWeights.Keep"/>.</returns>
    TargetWeights Decide(DecisionContext context);
}
