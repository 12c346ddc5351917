using AlphaKit.Data;

namespace AlphaKit.Snippets;

internal static class ImportFolder
{
    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("alphakit-snippets-").FullName;
        File.WriteAllText(Path.Combine(folder, "daily.csv"), """
            ts_code,trade_date,open,high,low,close,pre_close,vol,amount
            600000.SH,20200122,12.10,12.25,12.02,12.20,12.16,300000,364500
            600000.SH,20200123,12.10,12.12,11.80,11.91,12.20,420000,501000
            600000.SH,20200203,10.72,10.90,10.72,10.72,11.91,350000,376000
            """);
        File.WriteAllText(Path.Combine(folder, "adj_factor.csv"), """
            ts_code,trade_date,adj_factor
            600000.SH,20200122,12.3
            600000.SH,20200123,12.3
            600000.SH,20200203,12.3
            """);
        RunAsync(folder).GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(string folder)
    {
        #region import-folder
        TableMarket market = await TushareFolder.OpenAsync(folder);
        Console.WriteLine(market.Validation);                                            // read, left out, noticed
        foreach (string note in market.Coverage.Notes) Console.WriteLine(note);          // what had to be inferred
        foreach ((string name, string why) in market.Coverage.Missing) Console.WriteLine($"{name}: {why}");

        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = market.Calendar.Last,
            Fields = [Field.AdjustedClose, Field.Amount],
            Universe = Universe.AShares.WithoutSuspended(),
        });
        #endregion
        Console.WriteLine(panel);
    }
}
