namespace AlphaKit.Data;

/// <content>The matrices of fields: read from a table, or derived from other fields.</content>
public sealed partial class TableMarket
{
    private async ValueTask<FieldMatrix> MatrixAsync(Field field, CancellationToken cancellationToken)
    {
        if (!Coverage.Has(field)) throw new FieldNotAvailableException(field, Coverage.WhyMissing(field));
        if (_tableOf.TryGetValue(field, out string? table))
            return (await _tables.GetAsync(table, cancellationToken).ConfigureAwait(false)).Fields[field];
        lock (_gate)
        {
            if (_derived.TryGetValue(field, out FieldMatrix? ready)) return ready;
        }

        FieldMatrix derived = await DeriveAsync(field, cancellationToken).ConfigureAwait(false);
        lock (_gate) return _derived.TryAdd(field, derived) ? derived : _derived[field];
    }

    private async ValueTask<FieldMatrix> DeriveAsync(Field field, CancellationToken cancellationToken)
    {
        if (AdjustedPrices.RawOf(field) is { } raw)
        {
            FieldMatrix prices = await MatrixAsync(raw, cancellationToken).ConfigureAwait(false);
            return PriceBasis == PriceBasis.Adjusted
                ? prices
                : AdjustedPrices.Multiply(prices, await MatrixAsync(Field.AdjFactor, cancellationToken).ConfigureAwait(false));
        }

        if (field.Equals(Field.Vwap))
        {
            FieldMatrix amount = await MatrixAsync(Field.Amount, cancellationToken).ConfigureAwait(false);
            FieldMatrix volume = await MatrixAsync(Field.Volume, cancellationToken).ConfigureAwait(false);
            return AdjustedPrices.Vwap(amount, volume);
        }

        if (field.Equals(Field.IsSuspended))
        {
            FieldMatrix close = await MatrixAsync(Field.Close, cancellationToken).ConfigureAwait(false);
            MarkedCells? rows = (await _tables.GetAsync("daily", cancellationToken).ConfigureAwait(false)).Suspended;
            return StateFields.IsSuspended(_axes, close, rows, await MarksAsync("suspend_d", cancellationToken).ConfigureAwait(false));
        }

        if (field.Equals(Field.IsSt))
        {
            MarkedCells? dated = await MarksAsync("stock_st", cancellationToken).ConfigureAwait(false);
            NameChange[]? names = Coverage.Has(Datasets.NameChanges) ? [.. await RowsAsync(Datasets.NameChanges, cancellationToken).ConfigureAwait(false)] : null;
            return StateFields.IsSt(_axes, dated, names, await MarksAsync("daily", cancellationToken).ConfigureAwait(false));
        }

        if (field.Equals(Field.LimitUp) || field.Equals(Field.LimitDown))
        {
            FieldMatrix previous = await MatrixAsync(Field.PreClose, cancellationToken).ConfigureAwait(false);
            FieldMatrix suspended = await MatrixAsync(Field.IsSuspended, cancellationToken).ConfigureAwait(false);
            FieldMatrix? treatment = Coverage.Has(Field.IsSt) ? await MatrixAsync(Field.IsSt, cancellationToken).ConfigureAwait(false) : null;
            (FieldMatrix up, FieldMatrix down) = LimitFields.Compute(_axes, Rulebook.AShare, previous, suspended, treatment);
            lock (_gate)
            {
                _derived.TryAdd(Field.LimitUp, up);
                _derived.TryAdd(Field.LimitDown, down);
                return _derived[field];
            }
        }

        if (field.Equals(Field.Industry))
            return StateFields.Industries(_axes, await RowsAsync(Datasets.IndustryMemberships, cancellationToken).ConfigureAwait(false));
        foreach (Symbol index in _indices)
        {
            if (field.Equals(Field.IndexWeight(index)))
                return IndexWeights.AsOf(_axes, index, await RowsAsync(Datasets.IndexConstituents, cancellationToken).ConfigureAwait(false));
        }

        throw new FieldNotAvailableException(field, "no table and no rule supplies it.");
    }

    private async ValueTask<MarkedCells?> MarksAsync(string table, CancellationToken cancellationToken) =>
        _tables.Has(table) ? (await _tables.GetAsync(table, cancellationToken).ConfigureAwait(false)).Marks : null;
}
