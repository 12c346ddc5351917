using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Checks a view of a store; an error becomes a finding, its table is left out, and the rest is checked.</summary>
internal sealed class StoreCheck(StoreView view, TableMarketOptions options)
{
    // Published and computed limits are both rounded to the cent.
    private const double HalfCent = 0.005;
    private const int DaysBefore = 20;
    private const double ThinShare = 0.8;

    // Tables that have a row for every share that trades, or at least some on every trading day.
    private static readonly string[] s_everyDay = ["daily", "adj_factor", "daily_basic", "stk_limit", "moneyflow", "cyq_perf", "margin_detail"];

    private readonly ValidationLog _log = new(options.FindingsPerRule);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    public async Task<ValidationReport> RunAsync(IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (string table in view.Tables)
        {
            try
            {
                await view.VerifyAsync(table, cancellationToken).ConfigureAwait(false);
            }
            catch (MarketStoreException error)
            {
                _log.Add(ValidationRule.StoredFile, table, () => new RowLocation(error.Path, 0), default, null, () => error.Message);
                _left.Add(table);
            }
        }

        if (await LoadAsync(progress, cancellationToken).ConfigureAwait(false) is not { } market) return _log.Snapshot();
        foreach (string table in s_everyDay.Where(t => view.Tables.Contains(t) && !_left.Contains(t))) await CheckDaysAsync(table, market.Calendar, cancellationToken).ConfigureAwait(false);
        if (view.Tables.Contains("stk_limit") && !_left.Contains("stk_limit") && market.Coverage.Has(Field.LimitUp) && market.Coverage.Has(Field.PreClose))
            await CheckLimitsAsync(market, cancellationToken).ConfigureAwait(false);
        return market.Validation.With(_log.Snapshot());
    }

    /// <summary>The market of the tables without errors; null if they give none.</summary>
    private async Task<TableMarket?> LoadAsync(IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            TablesWithout source = new(view, _left);
            if (source.Tables.Count == 0) return null;
            try
            {
                return await TableMarket.LoadAsync(source, options with { Reading = TableReading.Whole }, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (DataValidationException error) when (_left.Add(error.Table))
            {
                _log.Add(ValidationRule.All.First(r => r.Name == error.Rule), error.Table, () => new RowLocation(error.File, error.Line), default, null, () => error.Message);
            }
            catch (InsufficientDataException)
            {
                return null;
            }
        }
    }

    private async Task CheckDaysAsync(string table, TradingCalendar calendar, CancellationToken cancellationToken)
    {
        SourceTable rows = await view.ReadAsync(table, ["trade_date"], cancellationToken).ConfigureAwait(false);
        Dictionary<DateOnly, int> counts = [];
        foreach (DateOnly date in rows.Find("trade_date")!.Dates) counts[date] = counts.GetValueOrDefault(date) + 1;
        if (counts.Count == 0) return;
        Queue<int> before = new();
        DateOnly first = counts.Keys.Min();
        foreach (DateOnly day in calendar.Where(d => d >= first))
        {
            int count = counts.GetValueOrDefault(day);
            if (count == 0)
            {
                _log.Add(ValidationRule.MissingDay, table, () => new RowLocation(rows.Origin, 0), default, day, () => "a trading day without a row");
                continue;
            }

            if (before.Count == DaysBefore)
            {
                int median = before.Order().ElementAt(DaysBefore / 2);
                if (count < ThinShare * median)
                    _log.Add(ValidationRule.ThinDay, table, () => new RowLocation(rows.Origin, 0), default, day, () => string.Create(CultureInfo.InvariantCulture, $"{count} rows, {median} in the median of the {DaysBefore} days before"));
                before.Dequeue();
            }

            before.Enqueue(count);
        }
    }

    private async Task CheckLimitsAsync(TableMarket market, CancellationToken cancellationToken)
    {
        Field[] fields = [Field.Close, Field.PreClose, Field.IsSuspended, Field.LimitUp, Field.LimitDown, .. market.Coverage.Has(Field.IsSt) ? new[] { Field.IsSt } : []];
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = fields }, cancellationToken).ConfigureAwait(false);
        MarketAxes axes = new(market.Calendar, market.Securities);
        (FieldMatrix up, FieldMatrix down) = LimitFields.Compute(axes, Rulebook.AShare, panel[Field.PreClose], panel[Field.IsSuspended], panel.Has(Field.IsSt) ? panel[Field.IsSt] : null);
        for (int t = 0; t < axes.Days; t++)
        {
            ReadOnlySpan<float> closes = panel[Field.Close].Row(t), highs = panel[Field.LimitUp].Row(t), lows = panel[Field.LimitDown].Row(t);
            for (int i = 0; i < axes.Count; i++)
            {
                if (float.IsNaN(closes[i])) continue;
                float high = highs[i], low = lows[i], ruledHigh = up[t, i], ruledLow = down[t, i];
                if (Same(high, ruledHigh) && Same(low, ruledLow)) continue;
                _log.Add(ValidationRule.LimitDiffers, "stk_limit", () => new RowLocation(view.Description, 0), axes.Panel.Symbols[i], axes.Calendar[t], () => string.Create(
                    CultureInfo.InvariantCulture, $"{Shown(low)} … {Shown(high)} published, {Shown(ruledLow)} … {Shown(ruledHigh)} by the rules"));
            }
        }

        static bool Same(float published, float ruled) => float.IsNaN(published) ? float.IsNaN(ruled) : Math.Abs((double)published - ruled) < HalfCent;

        static string Shown(float price) => float.IsNaN(price) ? "none" : price.ToString("F2", CultureInfo.InvariantCulture);
    }
}
