namespace AlphaKit.Snippets;

internal static class FirstPanel
{
    public static void Run()
    {
        #region first-panel
        // Two shares over three trading days. Row = day, column = symbol, NaN = missing.
        TradingCalendar calendar = new([new(2020, 1, 22), new(2020, 1, 23), new(2020, 2, 3)]);
        PanelAxes axes = new(calendar, [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH")]);
        FieldMatrix close = FieldMatrix.FromRowMajor([16.00f, 12.20f, 15.54f, 11.91f, 13.99f, 10.72f], rows: 3, columns: 2);
        Panel panel = new(axes, [new(Field.Close, close)]);

        // At the open of 3 February nobody knows that day's close, whatever is asked later.
        Panel morning = panel.AsKnownAt(new(2020, 2, 3), Clock.Open);
        Console.WriteLine(panel[Field.Close, new(2020, 2, 3)][0]);   // 13.99
        Console.WriteLine(morning[Field.Close, new(2020, 2, 3)][0]); // NaN
        #endregion
    }
}
