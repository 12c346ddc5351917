using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>What a reader of the result must know: assumptions, approximations, and what the data could not tell.</summary>
internal static class RunNotes
{
    public static IReadOnlyList<string> Of(IMarketData market, MarketFrame frame, CorporateCalendar actions, RunLog log, Ledger ledger, BacktestOptions options, string benchmark)
    {
        List<string> notes =
        [
            $"Decided with what is known at {options.DecisionClock} of the day before, dealt {options.Schedule.Name} {Where(options)} of the dealing day; slippage {options.Slippage.Name}.",
            Participation(options),
            $"Benchmark: {benchmark}.",
        ];
        if (FirstDealing(frame, options.Schedule) is { } dealing) notes.Add(dealing);
        if (frame.Basis == PriceBasis.Adjusted)
        {
            notes.Add("Prices are already adjusted: corporate actions are off, limits to the cent cannot be checked (at the open the board's relative limit with a tolerance of 0.5 %, later in the day one-price bars that moved 4.5 % or more count as locked), and lots of adjusted shares are an approximation.");
        }
        else if (!actions.AreKnown)
        {
            notes.Add($"Corporate actions are not known ({market.Coverage.WhyMissing(Datasets.CorporateActions)}): gaps between a last close and the next previous close follow the policy {options.MissingActions}.");
        }

        if (options.Minutes is not null) notes.Add(string.Create(CultureInfo.InvariantCulture, $"Dealt on minute bars, {options.Minutes}: an order may take {options.MaxParticipation:P0} of the volume of each minute; minutes at a limit are left out for the side that it stops."));
        if (frame.LimitUp is null && frame.Basis == PriceBasis.Raw) notes.Add("Limit prices follow from the rulebook, as the data holds none.");
        if (frame.SpecialTreatment is null && frame.LimitUp is null) notes.Add("ST status is not known: every share gets its board's ordinary limit.");
        if (frame.Suspended is null) notes.Add("Suspension is not known as a flag: a share without a dealing price or volume counts as suspended.");
        if (frame.Volume is null) notes.Add("Volume is not known: days without trading show only by a missing price.");
        notes.Add(options.Delisting == DelistingPolicy.Worthless
            ? "Delisted shares are written off in full."
            : string.Create(CultureInfo.InvariantCulture, $"Delisted shares are paid at their last price less {options.DelistingHaircut:P0}."));
        foreach (HoldingEvent kind in (HoldingEvent[])[HoldingEvent.MissingActionCredited, HoldingEvent.MissingActionIgnored, HoldingEvent.ReferencePriceDiffers, HoldingEvent.Delisted])
        {
            int count = log.Happenings.Count(h => h.Kind == kind);
            if (count > 0) notes.Add($"{count} events of kind {kind}; see the events table.");
        }

        string[] stale = [.. ledger.Held.ToArray().Where(p => frame.CloseOf(frame.Last, p.Column) == 0).Select(p => frame.Axes.Symbols[p.Column].ToString())];
        if (stale.Length > 0) notes.Add($"Valued at their last close, without a bar on the last day: {string.Join(", ", stale)}.");
        return notes;
    }

    // A backtest that begins between two dealing days holds cash until the next one; readers of its returns must know.
    private static string? FirstDealing(MarketFrame frame, Schedule schedule)
    {
        int row = Math.Max(frame.First, 1);
        while (row <= frame.Last && !schedule.DealsOn(frame.Calendar, row, frame.First)) row++;
        if (row == frame.First) return null;
        string start = string.Create(CultureInfo.InvariantCulture, $"{frame.Calendar[frame.First]:yyyy-MM-dd}"), why = frame.First == 0 ? " The first day of the data cannot be dealt, as nothing is known before it." : "";
        return row > frame.Last
            ? $"There was no dealing day ({schedule.Name}) from {start} on: the portfolio stayed in cash.{why}"
            : string.Create(CultureInfo.InvariantCulture, $"The first dealing day ({schedule.Name}) was {frame.Calendar[row]:yyyy-MM-dd}: from {start} until then the portfolio was in cash, and so was an equally weighted benchmark.{why}");
    }

    private static string Where(BacktestOptions options) => options.Minutes is null ? $"at {options.DealPrice}" : $"on the minutes {options.Minutes}";

    private static string Participation(BacktestOptions options) => options.Participation switch
    {
        ParticipationPolicy.PreviousAverage => string.Create(CultureInfo.InvariantCulture, $"An order may take {options.MaxParticipation:P0} of the mean volume of the 20 days traded before the dealing day."),
        ParticipationPolicy.DayVolume => string.Create(CultureInfo.InvariantCulture, $"An order may take {options.MaxParticipation:P0} of the volume of the dealing day, which is known only after it: a constraint, not a forecast."),
        _ => "Orders are not limited by volume.",
    };
}
