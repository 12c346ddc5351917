namespace AlphaKit.Torch;

/// <summary>What kind of failure libtorch reported.</summary>
public enum TorchErrorKind
{
    /// <summary>Anything that libtorch does not classify: shapes that do not fit, missing gradients, exhausted memory.</summary>
    Runtime = 1,

    /// <summary>An index or dimension outside its range.</summary>
    Index = 2,

    /// <summary>A value outside what the operator takes.</summary>
    Value = 3,

    /// <summary>An argument of the wrong type, too many or too few arguments.</summary>
    Type = 4,

    /// <summary>The operator does not exist for this type of number or this device.</summary>
    NotImplemented = 5,

    /// <summary>This libtorch has no operator of the name and overload.</summary>
    NoSuchOperator = 6,

    /// <summary>A gradient written in C# threw.</summary>
    Callback = 7,
}
