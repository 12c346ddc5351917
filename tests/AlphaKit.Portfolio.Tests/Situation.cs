namespace AlphaKit.Portfolio.Tests;

/// <summary>A decision on one day over a few names, from plain numbers.</summary>
internal sealed class Situation
{
    public static readonly DateOnly Yesterday = new(2024, 3, 7);
    public static readonly DateOnly Today = new(2024, 3, 8);
    public static readonly DateOnly Tomorrow = new(2024, 3, 11);

    private readonly Dictionary<Symbol, long> _unsellable = [];

    public Situation(params float[] scores)
    {
        Symbols = [.. Enumerable.Range(1, scores.Length).Select(Name)];
        ScoreRow = scores;
        Suspended = new bool[scores.Length];
        Outside = new bool[scores.Length];
        Weights = new double[scores.Length];
    }

    public Symbol[] Symbols { get; }

    public float[] ScoreRow { get; }

    public bool[] Suspended { get; init; }

    public bool[] Outside { get; init; }

    /// <summary>Drifted weights; the rest is cash. Whole shares of 0.01 CNY carry them, so multiples of 1e-8 are exact.</summary>
    public double[] Weights { get; init; }

    public Clock KnownAt { get; init; } = Clock.Close;

    public static Symbol Name(int number) => Symbol.From(600_000 + number, Exchange.Shanghai);

    public PanelAxes Axes => new(new TradingCalendar([Yesterday, Today]), Symbols);

    public Scores Scores => new("test", Axes, FieldMatrix.Create(2, Symbols.Length, (t, row) =>
    {
        if (t == 1) ScoreRow.CopyTo(row);
        else row.Fill(float.NaN);
    }), KnownAt);

    public Situation WithUnsellable(int index, double weight)
    {
        _unsellable[Symbols[index]] = (long)Math.Round(weight * 1e8);
        return this;
    }

    public DecisionContext Context()
    {
        PanelAxes axes = Axes;
        FieldMatrix flags = FieldMatrix.Create(2, Symbols.Length, (t, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = t == 1 && Suspended[i] ? 1 : 0;
        });
        Membership members = Membership.Create(2, Symbols.Length, (_, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = !Outside[i];
        });
        Panel past = new(axes, [new(Field.IsSuspended, flags)], members);
        List<Holding> positions = [];
        decimal invested = 0;
        for (int i = 0; i < Symbols.Length; i++)
        {
            long shares = (long)Math.Round(Weights[i] * 1e8);
            if (shares == 0) continue;
            positions.Add(new Holding(Symbols[i], shares, shares - _unsellable.GetValueOrDefault(Symbols[i]), 0.01m));
            invested += shares * 0.01m;
        }

        return new DecisionContext(Today, Tomorrow, Clock.Close, past, new Holdings(1_000_000m - invested, 0m, positions));
    }
}
