namespace AlphaKit.Backtest;

/// <summary>Decides which findings of a day become alerts, and does not repeat itself within the cool-down.</summary>
internal sealed class AlertPacing(MonitorOptions options)
{
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>What the retrain rule compares the trailing mean with.</summary>
    public static double ComparedWith(RetrainRule rule) => double.IsNaN(rule.Expected) ? rule.Floor : rule.Expected;

    /// <summary>The alerts of a day.</summary>
    public IEnumerable<MonitorAlert> On(int row, DateOnly date, string subject, MonitorDay day, IReadOnlyList<(string Name, double Index)> shifts)
    {
        RetrainRule rule = options.Retrain;
        double t = day.Ic.T(ComparedWith(rule));
        if (day.Ic.Mean < rule.Floor && t <= -rule.Evidence && Ready("retrain", row, rule.CoolDown))
            yield return new RetrainAlert(date, subject, day.Ic.Mean, t, day.Ic.Days, rule.Floor);
        if ((Math.Abs(day.Bias.T(0)) >= options.CalibrationEvidence || Math.Abs(day.Slope.T(1)) >= options.CalibrationEvidence) && Ready("calibration", row, options.CoolDown))
            yield return new CalibrationAlert(date, subject, day.Bias.Mean, day.Bias.T(0), day.Slope.Mean, day.Slope.T(1));
        if (day.Scored < options.LowestCoverage * day.Members && Ready("coverage", row, options.CoolDown))
            yield return new CoverageAlert(date, subject, day.Scored, day.Members, options.LowestCoverage);
        foreach ((string name, double index) in shifts)
        {
            if (index > options.ShiftLimit && Ready("shift " + name, row, options.CoolDown)) yield return new InputShiftAlert(date, subject, name, index, options.ShiftLimit);
        }
    }

    private bool Ready(string kind, int row, int coolDown)
    {
        if (_last.TryGetValue(kind, out int last) && row - last <= coolDown) return false;
        _last[kind] = row;
        return true;
    }
}
