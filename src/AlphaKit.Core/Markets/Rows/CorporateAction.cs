namespace AlphaKit;

/// <summary>One distribution to shareholders. All amounts are per share held at the close of the record date.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Announced">Day of the announcement of the implementation.</param>
/// <param name="RecordDate">Shares held at its close are entitled.</param>
/// <param name="ExDate">First day traded without the right.</param>
/// <param name="PayDate">Day on which cash arrives; null where there is none.</param>
/// <param name="ShareListingDate">Day from which new shares can be sold; null where there are none.</param>
/// <param name="CashPerShare">Dividend before tax, CNY per share.</param>
/// <param name="BonusRatio">Bonus shares from profit (送股), new per old; taxed at par.</param>
/// <param name="TransferRatio">Shares from reserves (转增), new per old; untaxed.</param>
/// <param name="RightsRatio">Rights offered (配股), new per old.</param>
/// <param name="RightsPrice">Subscription price, CNY per new share.</param>
public sealed record CorporateAction(
    Symbol Symbol,
    DateOnly Announced,
    DateOnly RecordDate,
    DateOnly ExDate,
    DateOnly? PayDate,
    DateOnly? ShareListingDate,
    decimal CashPerShare,
    decimal BonusRatio = 0m,
    decimal TransferRatio = 0m,
    decimal RightsRatio = 0m,
    decimal RightsPrice = 0m)
{
    /// <summary>
    /// The reference price after the ex-date: (close − cash + rights price × rights ratio) / (1 + bonus + transfer + rights), half up to 0.01.
    /// </summary>
    /// <param name="previousClose">Close of the day before the ex-date, CNY.</param>
    public decimal ReferencePrice(decimal previousClose) => Math.Round(
        (previousClose - CashPerShare + (RightsPrice * RightsRatio)) / (1m + BonusRatio + TransferRatio + RightsRatio),
        2,
        MidpointRounding.AwayFromZero);
}
