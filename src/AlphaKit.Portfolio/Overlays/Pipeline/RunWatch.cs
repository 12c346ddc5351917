namespace AlphaKit.Portfolio;

/// <summary>Tells whether a decision goes on with the run of the one before, or begins another.</summary>
internal sealed class RunWatch
{
    private DateOnly _today;
    private decimal _firstCash;
    private decimal _lastCash;
    private bool _wasOnlyCash;
    private bool _wantedShares;
    private bool _isFirst = true;

    /// <summary>
    /// Another run begins when the decision is not later than the last one; when nothing but cash is left though shares were wanted, unless that cash
    /// has not moved; or when all that is left is the cash of the very beginning. All of these lose nothing when they err: a portfolio that is
    /// all in cash has no positions to remember.
    /// </summary>
    public bool GoesOn(DecisionContext context)
    {
        if (_isFirst) return true;
        if (context.Today <= _today) return false;
        Holdings holdings = context.Holdings;
        bool isOnlyCash = holdings.Positions.Count == 0 && holdings.Receivables == 0;
        if (!isOnlyCash) return true;
        if (_wasOnlyCash) return holdings.Cash == _lastCash;
        return !_wantedShares && holdings.Cash != _firstCash;
    }

    public void See(DecisionContext context, TargetWeights target)
    {
        Holdings holdings = context.Holdings;
        if (_isFirst) _firstCash = holdings.NetAssetValue;
        _isFirst = false;
        _today = context.Today;
        _lastCash = holdings.Cash;
        _wasOnlyCash = holdings.Positions.Count == 0 && holdings.Receivables == 0;
        _wantedShares = target.KeepReason is null ? target.Items.Count > 0 : holdings.Positions.Count > 0;
    }
}
