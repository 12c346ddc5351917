namespace AlphaKit.Data;

/// <summary>Says which fields and datasets a market has, where they come from, and why the others are missing.</summary>
internal sealed class CoverageBuilder
{
    private readonly IMarketDataSource _source;
    private readonly MarketLoader _loader;
    private readonly Dictionary<string, string> _missing = new(StringComparer.Ordinal);
    private readonly HashSet<Field> _derived = [];

    public CoverageBuilder(IMarketDataSource source, MarketLoader loader)
    {
        _source = source;
        _loader = loader;
        foreach (VendorTable table in VendorTable.All.Where(t => loader.Tables.Has(t.Name)))
        {
            foreach (VendorColumn column in table.Columns.Where(c => c.Field is not null && loader.HasColumn(table.Name, c.Name)))
            {
                // daily_basic comes after daily and wins where both tell the turnover rate.
                TableOf[column.Field!] = table.Name;
            }
        }

        Indices = [.. loader.Indices.Concat(loader.Indices.Select(i => IndexFamily.Twin(i) ?? i)).Distinct().Order()];
        if (source.PriceBasis == PriceBasis.Adjusted)
        {
            TableOf.Remove(Field.AdjFactor);
            TableOf.Remove(Field.LimitUp);
            TableOf.Remove(Field.LimitDown);
        }
    }

    /// <summary>The table that fills each field directly.</summary>
    public Dictionary<Field, string> TableOf { get; } = [];

    /// <summary>The indices whose weights can be read, under both codes where there are two.</summary>
    public IReadOnlyList<Symbol> Indices { get; }

    public MarketCoverage Build()
    {
        MissingColumns();
        Derive();
        HashSet<Dataset> datasets = [];
        foreach ((Dataset dataset, string[] tables) in DatasetTables.All)
        {
            if (dataset == Datasets.CorporateActions && _source.PriceBasis == PriceBasis.Adjusted)
                _missing[dataset.Name] = "prices are already adjusted, so that dividends would count twice; supply unadjusted prices.";
            else if (tables.Any(_loader.Tables.Has)) datasets.Add(dataset);
            else _missing[dataset.Name] = $"there is no table {string.Join(" or ", tables)}: it supplies {VendorTable.Find(tables[0])!.SwitchesOff}.";
        }

        foreach (Dataset dataset in new Dataset[] { Datasets.MinuteBars, Datasets.TickTrades, Datasets.TickOrders })
            _missing[dataset.Name] = "daily tables do not hold it.";
        if (_source is IDatasetSource own)
        {
            foreach (Dataset dataset in own.Datasets)
            {
                datasets.RemoveWhere(d => d.Name == dataset.Name);
                datasets.Add(dataset);
                _missing.Remove(dataset.Name);
            }
        }

        if (_source is ISourceNotes remarks) _loader.Notes.AddRange(remarks.Notes);
        foreach (Field field in TableOf.Keys.Concat(_derived)) _missing.Remove(field.Name);
        Field[] fields = [.. TableOf.Keys, .. _derived];
        return new MarketCoverage(fields, datasets, _missing, _loader.Notes);
    }

    private void MissingColumns()
    {
        foreach (VendorTable table in VendorTable.All)
        {
            foreach (VendorColumn column in table.Columns.Where(c => c.Field is not null && !TableOf.ContainsKey(c.Field)))
            {
                _missing[column.Field!.Name] = _loader.Tables.Has(table.Name)
                    ? $"table {table.Name} has no column {column.Name}."
                    : $"there is no table {table.Name}: it supplies {table.SwitchesOff}.";
            }
        }

        if (_source.PriceBasis == PriceBasis.Adjusted)
        {
            _missing[Field.AdjFactor.Name] = "prices are already adjusted; adjusted fields equal them.";
            _missing[Field.LimitUp.Name] = _missing[Field.LimitDown.Name] = "price limits cannot be checked on adjusted prices.";
        }
    }

    private void Derive()
    {
        if (_source.PriceBasis == PriceBasis.Adjusted)
            _missing[Field.Vwap.Name] = _missing[Field.AdjustedVwap.Name] = "amount / volume is as traded while prices are adjusted; use the close instead.";
        else Offer(Field.Vwap, Field.Amount, Field.Volume);
        foreach (Field adjusted in new[] { Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap })
        {
            Field raw = AdjustedPrices.RawOf(adjusted)!;
            if (_source.PriceBasis == PriceBasis.Raw) Offer(adjusted, raw, Field.AdjFactor);
            else if (Has(raw)) Offer(adjusted, raw);
        }

        Offer(Field.IsSuspended, Field.Close);
        if (_loader.Tables.Has("stock_st") || _loader.Tables.Has("namechange") || _loader.HasDailySt) _derived.Add(Field.IsSt);
        else _missing[Field.IsSt.Name] = "there is no stock_st, no namechange and no column isST in daily: shares under special treatment cannot be told.";
        if (_source.PriceBasis == PriceBasis.Raw && !Has(Field.LimitUp)) ComputedLimits();
        if (_loader.Tables.Has("index_member_all")) _derived.Add(Field.Industry);
        else _missing[Field.Industry.Name] = $"there is no table index_member_all: it supplies {VendorTable.Find("index_member_all")!.SwitchesOff}.";
        foreach (Symbol index in Indices) _derived.Add(Field.IndexWeight(index));

        if (_loader.Tables.Has("daily") && !_loader.Tables.Has("suspend_d"))
            _loader.Notes.Add("There is no suspend_d: a listed share counts as suspended on trading days without a bar.");
    }

    private void ComputedLimits()
    {
        Offer(Field.LimitUp, Field.PreClose, Field.Close);
        Offer(Field.LimitDown, Field.PreClose, Field.Close);
        if (!Has(Field.LimitUp)) return;
        string treatment = Has(Field.IsSt) ? "ST state" : "no ST state, since no table tells it: shares under special treatment get the limits of normal ones";
        _loader.Notes.Add($"There is no stk_limit: limit prices are computed from the dated rules by pre_close, board, days since listing and {treatment}. Re-listing days and first days of a delisting period are not known and get ordinary limits.");
    }

    private bool Has(Field field) => TableOf.ContainsKey(field) || _derived.Contains(field);

    private void Offer(Field field, params Field[] needed)
    {
        Field[] lacking = [.. needed.Where(f => !Has(f))];
        if (lacking.Length == 0) _derived.Add(field);
        else _missing[field.Name] = $"it needs {string.Join(" and ", lacking.Select(f => f.Name))}: {_missing.GetValueOrDefault(lacking[0].Name, "not supplied.")}";
    }
}
