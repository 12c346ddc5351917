namespace AlphaKit.Data;

/// <summary>How the vendor tables that AlphaKit knows are stored.</summary>
internal static class StoreTables
{
    public static StoreTable Of(VendorTable table)
    {
        string name = table.Name;
        switch (name)
        {
            case "trade_cal":
                return new StoreTable(name, "cal_date", "exchange") { EventDate = "cal_date" };
            case "stock_basic":
                return new StoreTable(name, "ts_code") { Announced = ["list_date"], KnownAt = Clock.Open, Endings = ["delist_date"] };
            case "namechange":
                return new StoreTable(name, "ts_code", "start_date", "name")
                {
                    EventDate = "start_date", Announced = ["ann_date", "start_date"], KnownAt = Clock.Open, Endings = ["end_date"], Keys = StoreKeys.Repeated,
                };
            case "index_member_all":
                return new StoreTable(name, "ts_code", "in_date", "l1_code") { EventDate = "in_date", KnownAt = Clock.Open, Endings = ["out_date"], Keys = StoreKeys.Repeated };
            case "dividend":
                return new StoreTable(name, "ts_code", "end_date", "ann_date", "div_proc")
                {
                    EventDate = "end_date", Announced = ["imp_ann_date", "ann_date", "record_date"], KnownAt = Clock.Announced, Partition = StorePartition.Year, Keys = StoreKeys.Repeated,
                };
            case "income" or "balancesheet" or "cashflow":
                return Statement(name, "f_ann_date", "ann_date", "report_type", "comp_type", "update_flag");
            case "fina_indicator":
                return Statement(name, "ann_date", "update_flag");
            case "forecast":
                return new StoreTable(name, "ts_code", "end_date", "ann_date") { EventDate = "end_date", Announced = ["ann_date"], KnownAt = Clock.Announced, Partition = StorePartition.Year, Keys = StoreKeys.Repeated };
            case "index_weight":
                return new StoreTable(name, "trade_date", "index_code", "con_code") { EventDate = "trade_date", KnownAt = Clock.Evening, Partition = StorePartition.Year };
            case "index_daily":
                return Daily(name, Clock.Close);
            case "suspend_d":
                return new StoreTable(name, "trade_date", "ts_code", "suspend_type") { EventDate = "trade_date", KnownAt = Clock.Open, Partition = StorePartition.Year, Keys = StoreKeys.Repeated };
            case "stock_st":
                return Daily(name, Clock.Open);
            case "daily":
                return Daily(name, Clock.Close);
            default:
                return Daily(name, table.Fields.Max(f => f.KnownAt));
        }
    }

    private static StoreTable Daily(string name, Clock knownAt) =>
        new(name, "trade_date", "ts_code") { EventDate = "trade_date", KnownAt = knownAt, Partition = StorePartition.Year };

    private static StoreTable Statement(string name, params string[] version) => new(name, ["ts_code", "end_date", .. version])
    {
        EventDate = "end_date",
        Announced = [.. version.Where(c => c is "f_ann_date" or "ann_date")],
        KnownAt = Clock.Announced,
        Partition = StorePartition.Year,
        Keys = StoreKeys.Repeated,
        Versions = StoreVersions.All,
    };
}
