namespace AlphaKit.Backtest;

/// <summary>What became of an order.</summary>
public enum OrderStatus
{
    /// <summary>Sent, not dealt yet.</summary>
    Sent = 0,

    /// <summary>Filled in full.</summary>
    Filled = 1,

    /// <summary>Filled in part; <see cref="Order.Reason"/> says why not more.</summary>
    PartlyFilled = 2,

    /// <summary>Not filled; <see cref="Order.Reason"/> says why.</summary>
    Rejected = 3,

    /// <summary>A target that was already met to the nearest order size: nothing to do.</summary>
    NothingToDo = 4,
}
