namespace AlphaKit.Snippets;

#region own-strategy
/// <summary>Holds the shares that fell most over a week, in equal weights.</summary>
public sealed class WeeklyReversal : ITargetSource
{
    public string Name => "weekly reversal";

    public IReadOnlyList<Field> RequiredFields => [Field.Close, Field.AdjFactor];

    public TargetWeights Decide(DecisionContext context)
    {
        const int Days = 5, Names = 20;
        Panel past = context.Past; // ends at the decision: nothing later can be reached
        int last = past.Calendar.Count - 1;
        if (last < Days) return TargetWeights.Keep($"fewer than {Days} days of history");

        Symbol[] losers = [.. Enumerable.Range(0, past.Symbols.Count)
            .Where(i => past.Members[last, i])
            .Select(i => (Symbol: past.Symbols[i], Return: Price(last, i) / Price(last - Days, i) - 1))
            .Where(s => float.IsFinite(s.Return))
            .OrderBy(s => s.Return).ThenBy(s => s.Symbol)
            .Take(Names).Select(s => s.Symbol)];
        return TargetWeights.From(losers.Select(s => KeyValuePair.Create(s, 0.95 / losers.Length)));

        float Price(int day, int i) => past[Field.Close][day, i] * past[Field.AdjFactor][day, i];
    }
}
#endregion

internal static class OwnStrategy
{
    public static void Run()
    {
        TradingCalendar calendar = new(Enumerable.Range(0, 6).Select(i => new DateOnly(2020, 3, 2).AddDays(i)));
        PanelAxes axes = new(calendar, [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH")]);
        Panel past = new(axes,
        [
            new(Field.Close, FieldMatrix.Create(6, 2, (t, row) => { row[0] = 10 - t; row[1] = 10 + t; })),
            new(Field.AdjFactor, FieldMatrix.Create(6, 2, (_, row) => row.Fill(1))),
        ]);
        DateOnly today = calendar.Last;
        Console.WriteLine(new WeeklyReversal().Decide(new DecisionContext(today, today, Clock.Evening, past, Holdings.OnlyCash(1_000_000m))));
    }
}
