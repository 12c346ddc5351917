namespace AlphaKit;

/// <summary>How an exchange rounds limit prices to the tick.</summary>
public enum LimitRounding
{
    /// <summary>To the nearest tick, halves up: Shanghai and Shenzhen.</summary>
    HalfUp = 0,

    /// <summary>Towards the reference price: upper limit down, lower limit up. Beijing.</summary>
    TruncateInward = 1,
}
