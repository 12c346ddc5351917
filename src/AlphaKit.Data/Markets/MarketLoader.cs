namespace AlphaKit.Data;

/// <summary>Reads the tables of a source in the order in which they need each other: calendar, securities, bars, the rest.</summary>
internal sealed class MarketLoader(IMarketDataSource source, TableMarketOptions options, IProgress<LoadProgress>? progress)
{
    private readonly Dictionary<string, string> _sourceNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _columns = new(StringComparer.Ordinal);
    private readonly IRowLocator? _locator = source as IRowLocator;
    private MarketAxes? _axes;
    private LoadedTable? _bars;
    private int _done;

    public ValidationLog Log { get; } = new(options.FindingsPerRule);

    public MarketTables Tables { get; } = new();

    public List<string> Notes { get; } = [];

    public MarketAxes Axes => _axes ?? throw new InvalidOperationException("The axes are known only after loading.");

    /// <summary>The table daily as it was read; null without one.</summary>
    public CheckedTable? Daily { get; private set; }

    /// <summary>True if every table was read on loading.</summary>
    public bool ReadsWhole { get; } = options.Reading == TableReading.Whole || source is not ITableColumns;

    /// <summary>The indices that have snapshots.</summary>
    public IReadOnlyList<Symbol> Indices { get; private set; } = [];

    /// <summary>Whether daily has an isST column.</summary>
    public bool HasDailySt { get; private set; }

    public bool HasColumn(string table, string column) => _columns.TryGetValue(table, out HashSet<string>? columns) && columns.Contains(column);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (string name in source.Tables)
        {
            if (VendorTable.Find(name) is not { } schema)
            {
                Notes.Add($"Table '{name}' is not known and was left out; known are {string.Join(", ", VendorTable.All)}.");
            }
            else if (!_sourceNames.TryAdd(schema.Name, name))
            {
                throw new DataValidationException(
                    ValidationRule.TableOnce, schema.Name, new RowLocation(source.Description, 0), "table", name,
                    $"It is the same table as '{_sourceNames[schema.Name]}': keep one of them, adjusted or unadjusted.");
            }
        }

        CheckedTable? tradeCal = await ReadAsync("trade_cal", cancellationToken).ConfigureAwait(false);
        CheckedTable? stockBasic = await ReadAsync("stock_basic", cancellationToken).ConfigureAwait(false);
        CheckedTable? daily = await ReadAsync("daily", cancellationToken).ConfigureAwait(false);
        CheckedTable? dated = daily;
        for (int i = 0; dated is null && i < s_dated.Length; i++) dated = await ReadAsync(s_dated[i], cancellationToken).ConfigureAwait(false);
        SecurityMaster securities = SecurityBuilder.Build(stockBasic, dated, Notes);
        TradingCalendar calendar = CalendarBuilder.Build(tradeCal, dated, options.DayCoverage, Notes);
        tradeCal?.Close();
        stockBasic?.Close();
        Daily = daily;
        _axes = new MarketAxes(calendar, securities);
        foreach (VendorTable schema in VendorTable.All)
        {
            if (schema.Name is "trade_cal" or "stock_basic" || !_sourceNames.ContainsKey(schema.Name)) continue;
            bool now = schema.Name is "daily" or "index_weight" || ReferenceEquals(dated?.Schema, schema) || ReadsWhole;
            CheckedTable? ready = ReferenceEquals(daily?.Schema, schema) ? daily : ReferenceEquals(dated?.Schema, schema) ? dated : null;
            Tables.Add(schema.Name, token => PlaceAsync(schema, ready, token));
            if (!now)
            {
                _columns[schema.Name] = [.. ((ITableColumns)source).ColumnsOf(_sourceNames[schema.Name])];
                continue;
            }

            LoadedTable loaded = await Tables.LoadNowAsync(schema.Name, cancellationToken).ConfigureAwait(false);
            if (loaded.Rows is IndexConstituent[] members) Indices = [.. members.Select(m => m.Index).Distinct().Order()];
        }
    }

    /// <summary>Dated tables that can stand in for daily when a source has no bars.</summary>
    private static readonly string[] s_dated = ["adj_factor", "daily_basic", "moneyflow", "stk_limit", "index_daily", "index_weight"];

    private async Task<CheckedTable?> ReadAsync(string table, CancellationToken cancellationToken)
    {
        if (!_sourceNames.TryGetValue(table, out string? name)) return null;
        cancellationToken.ThrowIfCancellationRequested();
        SourceTable rows = await source.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        CheckedTable checkedTable = CheckedTable.Of(VendorTable.Find(table)!, rows, name, source.PriceBasis, _locator, Log);
        _columns[table] = [.. rows.Columns.Select(c => c.Name)];
        progress?.Report(new LoadProgress(table, rows.RowCount, Interlocked.Increment(ref _done), _sourceNames.Count));
        return checkedTable;
    }

    private async Task<LoadedTable> PlaceAsync(VendorTable schema, CheckedTable? ready, CancellationToken cancellationToken)
    {
        CheckedTable table = ready ?? (await ReadAsync(schema.Name, cancellationToken).ConfigureAwait(false))!;
        LoadedTable loaded = schema.Name switch
        {
            "daily" => Bars(table),
            "adj_factor" => DailyTables.Factors(table, Axes, source.PriceBasis == PriceBasis.Raw ? _bars : null, options.FactorSteps),
            "stk_limit" => DailyTables.Limits(table, Axes, _bars?.Fields[Field.Close]),
            "suspend_d" => DailyTables.Suspensions(table, Axes, _bars?.Fields[Field.Close]),
            "stock_st" => DailyTables.SpecialTreatment(table, Axes),
            "namechange" => EventTables.NameChanges(table, Axes),
            "index_daily" => IndexTables.Bars(table),
            "index_weight" => IndexTables.Weights(table, options.SnapshotShare),
            "index_member_all" => EventTables.Industries(table, Axes),
            "dividend" => EventTables.CorporateActions(table, Axes),
            "income" => EventTables.Statements(table, Axes, StatementKind.Income),
            "balancesheet" => EventTables.Statements(table, Axes, StatementKind.BalanceSheet),
            "cashflow" => EventTables.Statements(table, Axes, StatementKind.CashFlow),
            "fina_indicator" => EventTables.Statements(table, Axes, StatementKind.Indicators),
            "forecast" => EventTables.Forecasts(table, Axes),
            _ => DailyTables.Fields(table, Axes),
        };
        table.Close();
        return loaded;
    }

    private LoadedTable Bars(CheckedTable table)
    {
        int[] cells = RowPlacement.Cells(table, Axes, CellRepeats.Forbidden);
        bool[] isBar = BarRules.Check(table, cells, Axes.Securities);
        if (source.PriceBasis == PriceBasis.Raw) BarRules.CheckUnits(table, cells, isBar, options.UnitShare);
        MarkedCells? specialTreatment = null;
        if (table.Find("isST") is { } flags)
        {
            specialTreatment = new MarkedCells(Axes.Days, Axes.Count);
            for (int row = 0; row < cells.Length; row++)
            {
                if (cells[row] >= 0 && flags.Numbers[row] == 1) specialTreatment.Mark(cells[row]);
            }

            HasDailySt = true;
        }

        int suspended = 0;
        MarkedCells suspendedDays = new(Axes.Days, Axes.Count);
        for (int row = 0; row < cells.Length; row++)
        {
            if (cells[row] < 0 || isBar[row]) continue;
            suspendedDays.Mark(cells[row]);
            cells[row] = -1;
            suspended++;
        }

        if (suspended > 0) Notes.Add($"{suspended} rows of daily without volume are suspended days: they are kept as such and carry no prices.");
        Dictionary<Field, FieldMatrix> fields = DailyTables.Fill(table, Axes, cells);
        return _bars = new LoadedTable(fields, null, specialTreatment, suspendedDays);
    }
}
