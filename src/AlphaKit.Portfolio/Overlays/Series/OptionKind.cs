namespace AlphaKit.Portfolio;

/// <summary>Call or put.</summary>
public enum OptionKind
{
    /// <summary>Call (认购).</summary>
    Call = 0,

    /// <summary>Put (认沽).</summary>
    Put = 1,
}
