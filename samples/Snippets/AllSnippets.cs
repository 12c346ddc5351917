namespace AlphaKit.Snippets;

/// <summary>The snippets that a program can run, in order.</summary>
public static class AllSnippets
{
    public static IEnumerable<(string Name, Action Run)> List() =>
    [
        (nameof(EnhanceIndex), EnhanceIndex.Run),
        (nameof(FirstPanel), FirstPanel.Run),
        (nameof(ImportFolder), ImportFolder.Run),
        (nameof(KeepAStore), KeepAStore.Run),
        (nameof(MonitorModel), MonitorModel.Run),
        (nameof(Networks), Networks.Run),
        (nameof(Optimise), Optimise.Run),
        (nameof(OrdersOfADay), OrdersOfADay.Run),
        (nameof(OwnFactor), OwnFactor.Run),
        (nameof(OwnModel), OwnModel.Run),
        (nameof(OwnOperator), OwnOperator.Run),
        (nameof(OwnOrders), OwnOrders.Run),
        (nameof(OwnSource), UseOwnSource.Run),
        (nameof(OwnStrategy), OwnStrategy.Run),
        (nameof(OwnUniverseRule), OwnUniverseRule.Run),
        (nameof(PortfolioRules), PortfolioRules.Run),
        (nameof(PublishedFactors), PublishedFactors.Run),
        (nameof(RiskModels), RiskModels.Run),
        (nameof(RunningFactors), RunningFactors.Run),
        (nameof(SearchAndGate), SearchAndGate.Run),
        (nameof(SyncStore), SyncStore.Run),
        (nameof(TechnicalIndicators), TechnicalIndicators.Run),
        (nameof(TrainWithTorch), TrainWithTorch.Run),
        (nameof(TryOwnStrategy), TryOwnStrategy.Run),
        (nameof(WholeChain), WholeChain.Run),
    ];
}
