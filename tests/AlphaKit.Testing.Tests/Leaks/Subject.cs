namespace AlphaKit.Testing.Tests;

/// <summary>A computation of the corpus: rows dated T may depend on what is known at its clock of day T.</summary>
internal sealed record Subject(string Name, Func<Lab, Task<IReadOnlyList<Table>>> Run, Clock Clock = Clock.NextMorning)
{
    /// <summary>Values per day and share; the outer function is called once per run.</summary>
    public static Subject Of(string name, Func<Lab, Func<int, int, double>> make, Clock clock = Clock.NextMorning) =>
        new(name, lab => Task.FromResult<IReadOnlyList<Table>>([lab.Table(make(lab))]), clock);

    /// <summary>A backtest by scores, dealt at the open.</summary>
    public static Subject Backtest(string name, Func<Lab, Func<int, int, double>> score, ParticipationChoice participation = ParticipationChoice.Past) => new(
        name,
        async lab => (await lab.BacktestAsync(
            score(lab), participation == ParticipationChoice.Past ? AlphaKit.Backtest.ParticipationPolicy.PreviousAverage : AlphaKit.Backtest.ParticipationPolicy.DayVolume))[..2],
        Clock.Open);

    /// <summary>What the strategy of such a backtest decided, on the evening before each deal.</summary>
    public static Subject Decisions(string name, Func<Lab, Func<int, int, double>> score) =>
        new(name, async lab => (await lab.BacktestAsync(score(lab)))[2..]);
}
