using System.Runtime.CompilerServices;

namespace AlphaKit.Backtest.Tests;

/// <summary>Ten days of six shares from a seed, held in arrays: all boards, limit days, suspensions, ST, dividends and new shares.</summary>
internal sealed class FastMarket : IMarketData
{
    public const int Days = 10;

    private static readonly Symbol[] Shares = RandomMarket.Symbols;
    private static readonly TradingCalendar TenDays = FakeMarket.Weekdays(new DateOnly(2024, 3, 1), Days);
    private static readonly SecurityMaster Master = new(Shares.Select(s => new Security(s, s.Code, new DateOnly(2015, 1, 5))));
    private static readonly Field[] Fields = [Field.Open, Field.High, Field.Low, Field.Close, Field.PreClose, Field.Volume, Field.IsSuspended, Field.IsSt];
    private static readonly MarketCoverage Covered = new(Fields, [Datasets.CorporateActions]);

    private readonly Panel _panel;

    public FastMarket(ulong seed)
    {
        RandomStream random = RandomStream.Create(seed, "fast");
        FieldMatrixBuilder[] fields = [.. Fields.Select(_ => new FieldMatrixBuilder(Days, Shares.Length))];
        for (int i = 0; i < Shares.Length; i++)
        {
            decimal last = Math.Round((decimal)random.NextDouble(2, 90), 2);
            for (int t = 0; t < Days; t++)
            {
                bool st = Shares[i].Board == Board.Main && random.NextDouble() < 0.1;
                decimal reference = last;
                bool ex = t is > 2 and < Days - 2 && random.NextDouble() < 0.08;
                if (ex)
                {
                    CorporateAction action = new(
                        Shares[i], TenDays[t - 2], TenDays[t - 1], TenDays[t], TenDays[t + random.NextInt32(2)], TenDays[t + random.NextInt32(2)],
                        Math.Round((decimal)random.NextDouble() * 0.04m * last, 3), TransferRatio: random.NextInt32(3) == 0 ? 0.35m : 0m);
                    Actions.Add(action);
                    reference = action.ReferencePrice(last);
                }

                last = reference;
                bool idle = !ex && random.NextDouble() < 0.06;
                (decimal up, decimal down) = RandomMarket.Limits(Shares[i], reference, st);
                decimal open = Draw(), close = random.NextDouble() < 0.15 ? open : Draw(), high = Math.Max(open, close), low = Math.Min(open, close);
                if (open != close && random.NextInt32(2) == 0) (high, low) = (Math.Max(high, Draw()), Math.Min(low, Draw()));
                decimal[] bar = [open, high, low, close, reference, random.NextInt32(random.NextInt32(3) == 0 ? 5_000 : 2_000_000) + 1];
                for (int f = 0; f < bar.Length; f++) fields[f].Row(t)[i] = idle ? float.NaN : (float)bar[f];
                fields[6].Row(t)[i] = idle ? 1 : 0;
                fields[7].Row(t)[i] = st ? 1 : 0;
                if (!idle) last = close;

                decimal Draw()
                {
                    double u = random.NextDouble();
                    return u < 0.12 ? up : u > 0.88 ? down : Math.Round(down + ((up - down) * (decimal)random.NextDouble()), 2);
                }
            }
        }

        _panel = new Panel(new PanelAxes(TenDays, Shares), Fields.Select((f, k) => KeyValuePair.Create(f, fields[k].Build())));
    }

    public List<CorporateAction> Actions { get; } = [];

    public Panel Truth => _panel;

    public string DataVersion => "fast";

    public PriceBasis PriceBasis => PriceBasis.Raw;

    public TradingCalendar Calendar => TenDays;

    public SecurityMaster Securities => Master;

    public MarketCoverage Coverage => Covered;

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) => ValueTask.FromResult(_panel);

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (CorporateAction action in Actions.OrderBy(a => a.ExDate)) yield return (TRow)(object)action;
    }
}
