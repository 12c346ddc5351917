using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>What explains an unfilled order.</summary>
internal enum DetailKind
{
    None = 0,
    NoPrice,
    NoTrading,
    Listing,
    AtUpper,
    AtLower,
    Adjusted,
    Sellable,
    Held,
    Participation,
    NoVolume,
    CashForAll,
    CashLeft,
    Proceeds,
    NeverTraded,
    Smallest,
    LimitNotReached,
    NoMinute,
    LockedMinutes,
}

/// <summary>Why an order was not filled, as numbers; the words are made when somebody reads them.</summary>
internal readonly record struct Detail(DetailKind Kind, long A = 0, long B = 0)
{
    public string ToText(MarketFrame frame, int column, BacktestOptions options)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        long a = A, b = B;
        return Kind switch
        {
            DetailKind.NoPrice => "no price at the deal",
            DetailKind.NoTrading => "no trading that day",
            DetailKind.Listing => string.Create(culture, $"listed {frame.Securities[column].Listed:yyyy-MM-dd} to {frame.Securities[column].Delisted:yyyy-MM-dd}"),
            DetailKind.AtUpper => string.Create(culture, $"{Yuan(a)} at upper limit {PriceUnits.ToYuan(b):0.00}"),
            DetailKind.AtLower => string.Create(culture, $"{Yuan(a)} at lower limit {PriceUnits.ToYuan(b):0.00}"),
            DetailKind.Adjusted => string.Create(culture, $"adjusted prices: moved {BitConverter.Int64BitsToDouble(a):P2} to the limit"),
            DetailKind.Sellable => string.Create(culture, $"{a} of {b} shares can be sold today"),
            DetailKind.Held => string.Create(culture, $"{a} shares are held"),
            DetailKind.Participation => string.Create(culture, $"{options.MaxParticipation:R} of {BitConverter.Int64BitsToDouble(a):F0} shares ({options.Participation})"),
            DetailKind.NoVolume => "no earlier trading to measure volume by",
            DetailKind.CashForAll => string.Create(culture, $"all purchases would cost {PriceUnits.ToYuan(a):F2}, more than the cash"),
            DetailKind.CashLeft => string.Create(culture, $"it would cost {PriceUnits.ToYuan(a):F2}, {PriceUnits.ToYuan(b):F2} of cash was left"),
            DetailKind.Proceeds => "the proceeds do not cover the fees",
            DetailKind.NeverTraded => "never traded before: there is no price to size the order by",
            DetailKind.Smallest => string.Create(culture, $"the smallest order is {a} shares at about {Yuan(b)}"),
            DetailKind.LimitNotReached => string.Create(culture, $"the day's best price was {Yuan(a)}, the limit of the order {Yuan(b)}"),
            DetailKind.NoMinute => "no minute of the window traded",
            DetailKind.LockedMinutes => string.Create(culture, $"{a} of {b} traded minutes of the window were locked at the limit or beyond the limit of the order"),
            _ => "",
        };

        static string Yuan(long units) => PriceUnits.ToYuan(units).ToString("0.00##", CultureInfo.InvariantCulture);
    }
}
