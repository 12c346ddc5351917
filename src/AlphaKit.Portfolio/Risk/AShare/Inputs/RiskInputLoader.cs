namespace AlphaKit.Portfolio;

/// <summary>Reads what the model needs through <see cref="IMarketData"/>, and decides which factors the data allow.</summary>
internal sealed class RiskInputLoader(IMarketData market, RiskRange range, AShareRiskOptions options)
{
    /// <summary>Years of statements read before the first day: five annual reports and the time they take to appear.</summary>
    private const int StatementYears = 7;

    /// <summary>Trading days for which the last valuation of a share stays in force while it does not trade.</summary>
    private const int CarriedDays = 252;

    private readonly List<string> _notes = [];
    private readonly MarketCoverage _coverage = market.Coverage;

    public async Task<RiskInputs> LoadAsync(int history, CancellationToken cancellationToken)
    {
        TradingCalendar days = market.Calendar.Between(range.From, range.To);
        int first = Math.Max(0, market.Calendar.IndexOf(days.First) - history);
        Require(Field.AdjustedClose);
        Require(Field.MarketCap);
        List<Field> fields = [Field.AdjustedClose, Field.MarketCap];
        bool industries = Optional("industries", Field.Industry), statements = false;
        if (industries) fields.Add(Field.Industry);
        HashSet<RiskStyle> styles = [.. options.Styles];
        Field? turnover = null, book = null, earnings = null;
        if (styles.Contains(RiskStyle.Liquidity))
        {
            if (_coverage.Has(Field.TurnoverRate)) fields.Add(turnover = Field.TurnoverRate);
            else if (_coverage.Has(Field.Volume) && _coverage.Has(Field.FloatShares)) fields.AddRange([Field.Volume, Field.FloatShares]);
            else Lack(styles, RiskStyle.Liquidity, Field.TurnoverRate);
        }

        statements = _coverage.Has(Datasets.FinancialStatements) && styles.Overlaps([RiskStyle.BookToPrice, RiskStyle.EarningsYield, RiskStyle.Growth, RiskStyle.Leverage]);
        if (styles.Contains(RiskStyle.BookToPrice))
        {
            if (_coverage.Has(Field.Pb)) fields.Add(book = Field.Pb);
            else if (!statements) Lack(styles, RiskStyle.BookToPrice, Field.Pb);
        }

        if (!statements)
        {
            if (styles.Contains(RiskStyle.EarningsYield))
            {
                if (_coverage.Has(Field.PeTtm) && options.Missing == MissingFactor.Drop)
                {
                    fields.Add(earnings = Field.PeTtm);
                    _notes.Add("earnings_yield is 1/pe_ttm alone, without losses and cash earnings, because there are no financial statements.");
                }
                else
                {
                    Lack(styles, RiskStyle.EarningsYield, Datasets.FinancialStatements);
                }
            }

            Lack(styles, RiskStyle.Growth, Datasets.FinancialStatements);
            Lack(styles, RiskStyle.Leverage, Datasets.FinancialStatements);
        }

        Universe estimation = options.EstimationUniverse.CoveredBy(_coverage, out IReadOnlyList<string> droppedRules);
        foreach (string rule in droppedRules) _notes.Add($"The estimation universe goes without the rule '{rule}'");
        fields = [.. fields.Union(estimation.RequiredFields).Union(range.Universe.RequiredFields)];
        Panel panel = await market.PanelAsync(
            new PanelQuery { From = market.Calendar[first], To = days.Last, Fields = fields, Universe = Universe.Everything },
            cancellationToken).ConfigureAwait(false);
        FundamentalEvent[][]? events = statements ? await ReadStatementsAsync(panel, cancellationToken).ConfigureAwait(false) : null;
        Clock knownAt = fields.Select(f => f.KnownAt).Append(estimation.KnownAt).Append(range.Universe.KnownAt).Max();
        if (statements && knownAt < Clock.Announced) knownAt = Clock.Announced;
        return new RiskInputs
        {
            Axes = panel.Axes,
            Returns = DailyReturns.Of(panel, Field.AdjustedClose, (float)options.ReturnLimit),
            Cap = Carried(DailyReturns.Positive(panel, Field.MarketCap)),
            Industry = industries ? panel[Field.Industry] : null,
            Turnover = !styles.Contains(RiskStyle.Liquidity) ? null : turnover is not null ? panel[turnover] : Turnover(panel),
            PriceToBook = book is null ? null : Carried(panel[book]),
            PriceToEarnings = earnings is null ? null : Carried(panel[earnings]),
            Fundamentals = events,
            Estimation = estimation.Evaluate(panel, market.Securities),
            Coverage = range.Universe.Evaluate(panel, market.Securities),
            Styles = [.. styles.Order()],
            KnownAt = knownAt,
            Notes = _notes,
        };
    }

    private void Require(Field field)
    {
        if (!_coverage.Has(field)) throw new FieldNotAvailableException(field, _coverage.WhyMissing(field));
    }

    private bool Optional(string what, Field field)
    {
        if (_coverage.Has(field)) return true;
        if (options.Missing == MissingFactor.Refuse) throw new FieldNotAvailableException(field, _coverage.WhyMissing(field));
        _notes.Add($"The model goes without {what}: field '{field}' is not available: {_coverage.WhyMissing(field)}");
        return false;
    }

    private void Lack(HashSet<RiskStyle> styles, RiskStyle style, Field field)
    {
        if (styles.Remove(style)) _ = Optional(RiskFactors.NameOf(style), field);
    }

    private void Lack(HashSet<RiskStyle> styles, RiskStyle style, Dataset dataset)
    {
        if (!styles.Remove(style)) return;
        string reason = _coverage.WhyMissing(dataset);
        if (options.Missing == MissingFactor.Refuse) throw new DatasetNotAvailableException(dataset.Name, reason);
        _notes.Add($"The model goes without {RiskFactors.NameOf(style)}: dataset '{dataset}' is not available: {reason}");
    }

    private async Task<FundamentalEvent[][]> ReadStatementsAsync(Panel panel, CancellationToken cancellationToken)
    {
        FundamentalHistory?[] companies = new FundamentalHistory?[panel.Axes.Count];
        DatasetQuery query = new() { From = panel.Calendar.First.AddYears(-StatementYears), To = panel.Calendar.Last };
        await foreach (FinancialStatement statement in market.ReadAsync(Datasets.FinancialStatements, query, cancellationToken).ConfigureAwait(false))
        {
            int column = panel.Axes.ColumnOf(statement.Symbol), day = panel.Calendar.IndexAtOrAfter(statement.Announced);
            if (column < 0 || day >= panel.Axes.Days) continue;
            (companies[column] ??= new FundamentalHistory()).Add(statement, day);
        }

        return [.. companies.Select(c => c?.ToArray() ?? [])];
    }

    /// <summary>Vendors publish no valuation for suspended days; the last one stays in force for a year.</summary>
    private static FieldMatrix Carried(FieldMatrix matrix)
    {
        float[] last = new float[matrix.Columns];
        int[] age = new int[matrix.Columns];
        last.AsSpan().Fill(float.NaN);
        return FieldMatrix.Create(matrix.Rows, matrix.Columns, (t, row) =>
        {
            ReadOnlySpan<float> given = matrix.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (!float.IsNaN(given[i]))
                {
                    last[i] = given[i];
                    age[i] = 0;
                }
                else if (++age[i] > CarriedDays)
                {
                    last[i] = float.NaN;
                }

                row[i] = last[i];
            }
        });
    }

    private static FieldMatrix Turnover(Panel panel)
    {
        FieldMatrix volume = panel[Field.Volume], shares = panel[Field.FloatShares];
        return FieldMatrix.Create(volume.Rows, volume.Columns, (t, row) =>
        {
            ReadOnlySpan<float> v = volume.Row(t), s = shares.Row(t);
            for (int i = 0; i < row.Length; i++) row[i] = s[i] > 0 ? v[i] / s[i] : float.NaN;
        });
    }
}
