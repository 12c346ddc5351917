namespace AlphaKit;

/// <summary>What an order message does.</summary>
public enum TickOrderKind
{
    /// <summary>Adds a limit order.</summary>
    Limit = 0,

    /// <summary>Adds a market order.</summary>
    Market = 1,

    /// <summary>Cancels what remains of an order.</summary>
    Cancel = 2,
}
