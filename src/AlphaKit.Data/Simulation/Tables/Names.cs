namespace AlphaKit.Data.Simulation;

/// <summary>The names a share bore.</summary>
internal static class Names
{
    /// <summary>The intervals, ascending; an open end is null.</summary>
    public static List<(DateOnly Start, DateOnly? End, string Name, string Reason)> Of(StockPath path, DateOnly last)
    {
        List<(DateOnly Start, DateOnly? End, string Name, string Reason)> result = [];
        DateOnly start = path.Profile.Listed;
        string name = path.Profile.Name, reason = "其他";
        void Change(DateOnly date, string newName, string newReason)
        {
            if (date > last) return;
            if (date > start) result.Add((start, date.AddDays(-1), name, reason));
            (start, name, reason) = (date, newName, newReason);
        }

        List<Treatment> treatments = path.Company.Treatments;
        for (int i = 0; i < treatments.Count; i++)
        {
            Treatment treatment = treatments[i];
            Change(treatment.Start, Apply(path, treatment), treatment.Reason);
            bool followed = i + 1 < treatments.Count && treatments[i + 1].Start <= treatment.End;
            if (!followed && treatment.Prefix != "退") Change(treatment.End, path.Profile.Name, "撤销" + treatment.Prefix);
        }

        DateOnly? end = path.Company.Delisted is { } delisted && delisted <= last ? delisted.AddDays(-1) : null;
        result.Add((start, end, name, reason));
        return result;
    }

    public static string On(StockPath path, DateOnly date)
    {
        Treatment? treatment = path.Company.Treatments.Find(t => date >= t.Start && date < t.End);
        return treatment is null ? path.Profile.Name : Apply(path, treatment);
    }

    private static string Apply(StockPath path, Treatment treatment)
    {
        string name = path.Profile.Name;
        if (treatment.Prefix != "退") return treatment.Prefix + name;
        return path.Profile.Symbol.Exchange == Exchange.Shanghai ? "退市" + name : name + "退";
    }
}
