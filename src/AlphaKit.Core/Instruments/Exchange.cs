namespace AlphaKit;

/// <summary>Where an instrument is listed, or who publishes an index. The suffix of a <see cref="Symbol"/>.</summary>
public enum Exchange
{
    /// <summary>No exchange: the default of an unset <see cref="Symbol"/>.</summary>
    None = 0,

    /// <summary>Shanghai Stock Exchange 上交所, suffix SH.</summary>
    Shanghai = 1,

    /// <summary>Shenzhen Stock Exchange 深交所, suffix SZ.</summary>
    Shenzhen = 2,

    /// <summary>Beijing Stock Exchange 北交所, suffix BJ.</summary>
    Beijing = 3,

    /// <summary>China Securities Index 中证指数, suffix CSI.</summary>
    Csi = 4,

    /// <summary>Shenwan industry indices 申万, suffix SI.</summary>
    Shenwan = 5,
}
