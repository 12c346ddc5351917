namespace AlphaKit.Backtest;

/// <summary>What a monitor saw, day by day. Row T uses nothing that was not known at the close of T.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record MonitorReport
{
    internal MonitorReport()
    {
    }

    /// <summary>Name of the factor or model.</summary>
    public required string Name { get; init; }

    /// <summary>The days.</summary>
    public required TradingCalendar Calendar { get; init; }

    /// <summary>
    /// One row per day T: date; ic_date (the day whose label matured at the close of T; empty before the first), rank_ic (of that day), trailing_ic, ic_days, ic_t
    /// (against 0), retrain_t (against what the retrain rule compares with); coverage; bias (mean of label − score), bias_t, slope (of label on score),
    /// slope_t (against 1); worst_shift (largest population stability index of the inputs) and worst_input. Missing where there is none yet.
    /// </summary>
    public required Table Daily { get; init; }

    /// <summary>
    /// Mean rank IC by the age of the score, over the last window of matured labels: age (trading days between score and the day whose label it is
    /// judged by), rank_ic, days, t. It shows how fast a forecast loses its value.
    /// </summary>
    public required Table Decay { get; init; }

    /// <summary>
    /// Forecast against outcome by tenth of the forecast, pooled over the last window of matured labels: tenth, forecast, outcome, cells. Empty for ranks.
    /// </summary>
    public required Table Calibration { get; init; }

    /// <summary>Population stability index of every input on the last day: input, psi. Empty if inputs are not watched.</summary>
    public required Table Inputs { get; init; }

    /// <summary>Everything worth telling, by day.</summary>
    public required IReadOnlyList<MonitorAlert> Alerts { get; init; }

    /// <summary>The alerts of one day, for example of today.</summary>
    /// <param name="date">The day.</param>
    public IReadOnlyList<MonitorAlert> AlertsOn(DateOnly date) => [.. Alerts.Where(a => a.Date == date)];

    /// <summary>The alerts as a table: date, subject, kind, text.</summary>
    public Table ToTable() => new(
        "alerts",
        TableColumn.Date("date", Alerts.Select(a => a.Date)),
        TableColumn.Text("subject", Alerts.Select(a => a.Subject)),
        TableColumn.Text("kind", Alerts.Select(a => a.Kind)),
        TableColumn.Text("text", Alerts.Select(a => a.Text)));
}
