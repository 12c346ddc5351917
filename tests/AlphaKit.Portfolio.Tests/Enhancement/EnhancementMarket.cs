namespace AlphaKit.Portfolio.Tests.Enhancement;

/// <summary>Two days of a small market: 60 shares, 40 of them in the index, four industries, random sizes and scores.</summary>
internal sealed class EnhancementMarket
{
    public const int Shares = 60;
    public const int Members = 40;

    public static readonly Symbol Index = Symbol.Parse("000905.SH");
    public static readonly DateOnly Yesterday = new(2024, 3, 7);
    public static readonly DateOnly Today = new(2024, 3, 8);

    public EnhancementMarket(ulong seed = 1)
    {
        RandomStream random = RandomStream.Create(seed, "enhancement");
        for (int i = 0; i < Shares; i++)
        {
            Score[i] = (float)random.NextNormal();
            Weight[i] = i < Members ? (float)random.NextDouble(0.5, 1.5) / Members : float.NaN;
            Size[i] = (float)Math.Exp(23 + random.NextNormal());
            IndustryOf[i] = i % 4;
            Close[i] = 10;
        }

        float sum = Weight[..Members].Sum();
        for (int i = 0; i < Members; i++) Weight[i] /= sum;
    }

    public static Symbol[] Symbols { get; } = [.. Enumerable.Range(1, Shares).Select(i => Symbol.From(600_000 + i, Exchange.Shanghai))];

    public float[] Score { get; } = new float[Shares];

    public float[] Weight { get; } = new float[Shares];

    public float[] Size { get; } = new float[Shares];

    public float[] IndustryOf { get; } = new float[Shares];

    public float[] Close { get; } = new float[Shares];

    public float[] Suspended { get; } = new float[Shares];

    /// <summary>Drifted weights; the rest is cash.</summary>
    public double[] Held { get; init; } = new double[Shares];

    /// <summary>Values of the days that the strategy must not use; only look-ahead would show them.</summary>
    public float Poison { get; init; } = float.NaN;

    /// <summary>Index weights, scaled to one.</summary>
    public double[] Benchmark
    {
        get
        {
            double sum = Weight.Where(w => w > 0).Sum(w => (double)w);
            return [.. Weight.Select(w => w > 0 ? w / sum : 0)];
        }
    }

    public Scores Scores() => new("test", new PanelAxes(new TradingCalendar([Yesterday, Today, Today.AddDays(3)]), Symbols), FieldMatrix.Create(3, Shares, (t, row) =>
    {
        if (t == 1) Score.CopyTo(row);
        else row.Fill(Poison);
    }), Clock.Close);

    public DecisionContext Context()
    {
        PanelAxes axes = new(new TradingCalendar([Yesterday, Today]), Symbols);
        Panel past = new(axes, [
            new(Field.IndexWeight(Index), Rows(Weight)), new(Field.Close, Rows(Close)), new(Field.IsSuspended, Rows(Suspended)),
            new(Field.Industry, Rows(IndustryOf)), new(Field.MarketCap, Rows(Size))]);
        List<Holding> positions = [];
        decimal invested = 0;
        for (int i = 0; i < Shares; i++)
        {
            long shares = (long)Math.Round(Held[i] * 1e8);
            if (shares == 0) continue;
            positions.Add(new Holding(Symbols[i], shares, shares, 0.01m));
            invested += shares * 0.01m;
        }

        return new DecisionContext(Today, Today.AddDays(3), Clock.NextMorning, past, new Holdings(1_000_000m - invested, 0m, positions));

        FieldMatrix Rows(float[] last) => FieldMatrix.Create(2, Shares, (t, row) =>
        {
            if (t == 1) last.CopyTo(row);
            else row.Fill(Poison);
        });
    }

    /// <summary>What of the limits a target breaks, counted by plain loops; empty for nothing.</summary>
    public string Faults(TargetWeights target, IndexEnhancement limits, double? turnover)
    {
        const double Room = 1e-7;
        double[] b = Benchmark, size = [.. Size.Select(s => Math.Log(s))];
        double mean = size.Average(), deviation = Math.Sqrt(size.Average(s => (s - mean) * (s - mean))), exposure = 0, members = 0, trades = 0, invested = 0;
        double[] industries = new double[4];
        List<string> faults = [];
        for (int i = 0; i < Shares; i++)
        {
            double w = target[Symbols[i]];
            if (Suspended[i] > 0)
            {
                if (Math.Abs(w - Held[i]) > Room) faults.Add($"{Symbols[i]} is traded");
            }
            else if (Math.Abs(w - b[i]) > limits.ActiveWeight + Room)
            {
                faults.Add($"{Symbols[i]}: {w} against {b[i]}");
            }

            industries[(int)IndustryOf[i]] += w - b[i];
            exposure += (w - b[i]) * (size[i] - mean) / deviation;
            members += b[i] > 0 ? w : 0;
            trades += Math.Abs(w - Held[i]);
            invested += w;
        }

        if (industries.Max(Math.Abs) > limits.IndustryActive + Room) faults.Add($"industry {industries.Max(Math.Abs)}");
        if (Math.Abs(exposure) > limits.SizeExposure + Room) faults.Add($"size {exposure}");
        if (members < (limits.ConstituentShare * invested) - Room) faults.Add($"members {members}");
        if (trades > turnover + Room) faults.Add($"turnover {trades}");
        if (Math.Abs(invested - limits.Invested) > Room) faults.Add($"invested {invested}");
        return string.Join("; ", faults);
    }
}
