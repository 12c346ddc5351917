using System.Globalization;
using System.Text;

namespace AlphaKit.Data;

/// <summary>Where an adjusted price comes from: the traded price, the factors, and the corporate actions between the day and the anchor.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Day">The day.</param>
/// <param name="Anchor">The day to which the forward-adjusted price is scaled.</param>
/// <param name="Close">The close as traded, CNY; NaN without a bar.</param>
/// <param name="PreClose">The previous close after the adjustment of the day, CNY: the reference of limits and of the day's return.</param>
/// <param name="Factor">The adjustment factor of the day.</param>
/// <param name="AnchorFactor">The adjustment factor of the anchor, or the last before it.</param>
/// <param name="Actions">Corporate actions with an ex-date after the day, up to the anchor; they are why the factors differ.</param>
public sealed record PriceExplanation(
    Symbol Symbol,
    DateOnly Day,
    DateOnly Anchor,
    double Close,
    double PreClose,
    double Factor,
    double AnchorFactor,
    IReadOnlyList<CorporateAction> Actions)
{
    /// <summary>Close × factor (后复权, hfq): comparable over time, and what returns are taken from.</summary>
    public double BackwardAdjusted => Close * Factor;

    /// <summary>Close × factor / factor of the anchor (前复权, qfq): for display.</summary>
    public double ForwardAdjustedClose => Close * Factor / AnchorFactor;

    /// <summary>Explains the close of a day.</summary>
    /// <param name="market">The market; its prices must be as traded.</param>
    /// <param name="symbol">The share.</param>
    /// <param name="day">A trading day.</param>
    /// <param name="anchor">The anchor of the forward-adjusted price, a trading day not before <paramref name="day"/>; null for the last day of the market.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">The prices are adjusted already, the share is not there, or the anchor is before the day.</exception>
    /// <exception cref="DateNotInCalendarException">A day is no trading day.</exception>
    /// <exception cref="FieldNotAvailableException">The market has no prices or no factors.</exception>
    public static async ValueTask<PriceExplanation> OfAsync(IMarketData market, Symbol symbol, DateOnly day, DateOnly? anchor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (market.PriceBasis != PriceBasis.Raw) throw new ArgumentException("The prices of this market were adjusted by their supplier: what they were as traded is not known.", nameof(market));
        DateOnly last = anchor ?? market.Calendar.Last;
        _ = market.Calendar.IndexOf(day);
        _ = market.Calendar.IndexOf(last);
        if (last < day) throw new ArgumentException($"The anchor {last:yyyy-MM-dd} is before the day {day:yyyy-MM-dd}.", nameof(anchor));
        Panel panel = await market.PanelAsync(
            new PanelQuery { From = day, To = last, Fields = [Field.Close, Field.PreClose, Field.AdjFactor], Symbols = [symbol] }, cancellationToken).ConfigureAwait(false);
        float anchored = float.NaN;
        for (int t = panel.Axes.Days - 1; t >= 0 && float.IsNaN(anchored); t--) anchored = panel[Field.AdjFactor][t, 0];
        List<CorporateAction> actions = [];
        if (market.Coverage.Has(Datasets.CorporateActions) && last > day)
        {
            DatasetQuery query = new() { From = day.AddDays(1), To = last, Symbols = [symbol] };
            await foreach (CorporateAction action in market.ReadAsync(Datasets.CorporateActions, query, cancellationToken).ConfigureAwait(false)) actions.Add(action);
        }

        return new PriceExplanation(symbol, day, last, panel[Field.Close][0, 0], panel[Field.PreClose][0, 0], panel[Field.AdjFactor][0, 0], anchored, actions);
    }

    /// <summary>The prices, the factors and the actions, in lines.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Symbol} on {Day:yyyy-MM-dd}: close {Close:F2} as traded, reference of the day {PreClose:F2}\n");
        text.Append(CultureInfo.InvariantCulture, $"  backward adjusted (hfq) {BackwardAdjusted:F4} = {Close:F2} × {Factor:F4}\n");
        text.Append(CultureInfo.InvariantCulture, $"  forward adjusted (qfq) {ForwardAdjustedClose:F4} = {Close:F2} × {Factor:F4} / {AnchorFactor:F4}, the factor of {Anchor:yyyy-MM-dd}\n");
        if (Actions.Count == 0) text.Append("  no corporate action between the two days\n");
        foreach (CorporateAction action in Actions)
            text.Append(CultureInfo.InvariantCulture, $"  ex {action.ExDate:yyyy-MM-dd}: cash {action.CashPerShare} CNY a share, bonus {action.BonusRatio}, transfer {action.TransferRatio}, rights {action.RightsRatio}\n");
        return text.ToString();
    }
}
