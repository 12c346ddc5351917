namespace AlphaKit.Data;

/// <summary>What becomes of a share whose adjustment factor steps otherwise than its prices do (<c>factor_step</c>).</summary>
public enum FactorStepPolicy
{
    /// <summary>Its factor, and so its adjusted prices, are missing from that day on: no false return enters a factor or a label.</summary>
    Block = 0,

    /// <summary>The factor is used as it stands; the step is only reported.</summary>
    Keep = 1,
}
