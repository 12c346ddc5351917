namespace AlphaKit.Data.Tests;

/// <summary>Worked by hand on five days of four shares; a number of day t and share i is 10 t + i.</summary>
public sealed class PanelCutTests
{
    private static readonly TradingCalendar s_days = new(Enumerable.Range(0, 5).Select(d => new DateOnly(2024, 9, 2).AddDays(d)));
    private static readonly Symbol[] s_shares = [.. new[] { "000001.SZ", "000002.SZ", "600000.SH", "600004.SH" }.Select(Symbol.Parse)];

    private Field[] _read = [];

    [Fact]
    public async Task Days_and_symbols_are_cut_out_in_their_order()
    {
        Panel panel = await TakeAsync(new PanelQuery
        {
            From = s_days[1], To = s_days[3], Fields = [Field.Close], Symbols = [s_shares[3], s_shares[1], s_shares[3]], Universe = Universe.Everything,
        });
        Assert.Equal([s_shares[1], s_shares[3]], panel.Symbols);
        Assert.Equal([s_days[1], s_days[2], s_days[3]], panel.Calendar.Days.ToArray());
        Assert.Equal([11f, 13f, 21f, 23f, 31f, 33f], panel[Field.Close].ToRowMajorArray());
    }

    [Fact]
    public async Task All_shares_are_there_when_none_is_named()
    {
        Panel panel = await TakeAsync(new PanelQuery { From = s_days[4], To = s_days[4], Fields = [Field.Close], Universe = Universe.Everything });
        Assert.Equal(s_shares, panel.Symbols);
        Assert.Equal([40f, 41f, 42f, 43f], panel[Field.Close].ToRowMajorArray());
    }

    [Fact]
    public async Task A_universe_brings_the_fields_of_its_rules_and_leaves_its_members()
    {
        Panel panel = await TakeAsync(new PanelQuery
        {
            From = s_days[2], To = s_days[3], Fields = [Field.Close, Field.Close], Symbols = [s_shares[1], s_shares[2]], Universe = Universe.Everything.WithoutSuspended(),
        });
        Assert.Equal([Field.Close, Field.IsSuspended], _read);
        Assert.Equal([true, false], panel.Members.Row(0).ToArray());
        Assert.Equal([true, true], panel.Members.Row(1).ToArray());
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused_before_anything_is_read()
    {
        PanelQuery good = new() { From = s_days[0], To = s_days[4], Fields = [Field.Close], Universe = Universe.Everything };
        await Assert.ThrowsAsync<ArgumentNullException>(() => TakeAsync(null!));
        Assert.Equal("query", (await Assert.ThrowsAsync<ArgumentException>(() => TakeAsync(good with { Fields = [] }))).ParamName);
        Assert.Contains("600001.SH", (await Assert.ThrowsAsync<ArgumentException>(() => TakeAsync(good with { Symbols = [Symbol.Parse("600001.SH")] }))).Message, StringComparison.Ordinal);
        Assert.Equal(Field.NorthboundShares, (await Assert.ThrowsAsync<FieldNotAvailableException>(() => TakeAsync(good with { Fields = [Field.NorthboundShares] }))).Field);
        Assert.Empty(_read);
    }

    [Fact]
    public void Rows_are_selected_by_date_both_ends_included_and_by_symbol()
    {
        IndexBar[] rows = [.. from day in s_days.Days.ToArray() from index in new[] { s_shares[2], s_shares[0] } select new IndexBar(index, day, 1, 1, 1, 1, 1, 1)];
        Assert.Equal(rows, DatasetTables.Select(rows, DatasetQuery.All));
        Assert.Equal(rows[2..8], DatasetTables.Select(rows, new DatasetQuery { From = s_days[1], To = s_days[3] }));
        Assert.Equal([rows[2], rows[4]], DatasetTables.Select(rows, new DatasetQuery { From = s_days[1], To = s_days[2], Symbols = [s_shares[2]] }));
        Assert.Empty(DatasetTables.Select(rows, new DatasetQuery { Symbols = [] }));
    }

    private async Task<Panel> TakeAsync(PanelQuery query) => await PanelCut.TakeAsync(
        query,
        new PanelAxes(s_days, s_shares),
        new SecurityMaster(s_shares.Select(s => new Security(s, s.ToString(), null))),
        fields =>
        {
            _read = fields;
            return ValueTask.FromResult<FieldMatrix[]>([.. fields.Select(f => FieldMatrix.Create(5, 4, (t, row) =>
            {
                // The third share is suspended on the third day.
                for (int i = 0; i < 4; i++) row[i] = !f.Equals(Field.IsSuspended) ? (10 * t) + i : t == 2 && i == 2 ? 1 : 0;
            }))]);
        });
}
