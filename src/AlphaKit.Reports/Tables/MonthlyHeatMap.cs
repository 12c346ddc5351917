using System.Globalization;

namespace AlphaKit.Reports;

/// <summary>Monthly returns as a table of years by months, shaded by size and direction; the number stands in every cell.</summary>
internal static class MonthlyHeatMap
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Writes the heat map.</summary>
    /// <param name="html">The page.</param>
    /// <param name="months">Months as yyyy-MM.</param>
    /// <param name="returns">Return of each month, NaN for none.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<string> months, IReadOnlyList<double> returns)
    {
        const string Title = "Monthly returns", Chinese = "月度收益";
        if (months.Count == 0 || !returns.Any(double.IsFinite))
        {
            Figure.NoData(html, Title, Chinese, months.Count == 0 ? ("there is no month.", "没有月份。") : ("every value is missing.", "所有值缺失。"));
            return;
        }

        SortedDictionary<int, double[]> years = [];
        for (int i = 0; i < months.Count; i++)
        {
            int year = int.Parse(months[i].AsSpan(0, 4), CultureInfo.InvariantCulture), month = int.Parse(months[i].AsSpan(5, 2), CultureInfo.InvariantCulture);
            if (!years.TryGetValue(year, out double[]? row)) years[year] = row = [.. Enumerable.Repeat(double.NaN, 12)];
            row[month - 1] = returns[i];
        }

        double unit = Unit(returns);
        using (html.In("div", ("class", "panel")))
        {
            using (html.In("h3")) html.Label(Title, Chinese);
            using (html.In("div", ("class", "scroll")))
            using (html.In("table", ("class", "heat")))
            {
                using (html.In("thead"))
                using (html.In("tr"))
                {
                    html.Element("th", "", ("scope", "col"));
                    for (int m = 0; m < 12; m++) html.Say("th", MonthName(m + 1), ("scope", "col"));
                    using (html.In("th", ("scope", "col"))) html.Label("Year", "全年");
                }

                using (html.In("tbody"))
                {
                    foreach ((int year, double[] row) in years)
                    {
                        using (html.In("tr"))
                        {
                            html.Element("th", year.ToString(CultureInfo.InvariantCulture), ("scope", "row"));
                            for (int m = 0; m < 12; m++)
                                Cell(html, row[m], Shade(row[m], unit), string.Create(CultureInfo.InvariantCulture, $"{year}-{m + 1:00}"));
                            double whole = row.Where(double.IsFinite).Aggregate(1.0, (product, r) => product * (1 + r)) - 1;
                            Cell(html, whole, $"year {Shade(whole, unit * 3)}".TrimEnd(), string.Create(CultureInfo.InvariantCulture, $"{year}"));
                        }

                        html.Line();
                    }
                }
            }

            string shade = Show.Percent(unit, unit < 0.01 ? 2 : 1);
            html.Say("p", (
                $"Red is gain and teal is loss; each shade spans {shade} of monthly return, three times that for the year, the last one open. The year compounds the months shown.",
                $"红涨绿跌；月度每一档色深为 {shade}，全年为其三倍，最深一档不设上限。全年为所示月份的复利。"), ("class", "note"));
        }

        html.Line();
    }

    /// <summary>A month's short name, 1 to 12.</summary>
    internal static Words MonthName(int month) => (Months[month - 1], string.Create(CultureInfo.InvariantCulture, $"{month}月"));

    /// <summary>Width of one of the four shades: the round number not below a quarter of the 80th percentile of absolute returns.</summary>
    internal static double Unit(IReadOnlyList<double> returns)
    {
        double[] sizes = [.. returns.Where(double.IsFinite).Select(Math.Abs).Order()];
        double large = sizes.Length == 0 ? 0 : sizes[(int)(0.8 * (sizes.Length - 1))];
        return large == 0 ? 0.01 : NumberTicks.Step(large / 4);
    }

    /// <summary>Class of a cell: g1 to g4 for gains, l1 to l4 for losses, empty for zero, none for missing.</summary>
    internal static string Shade(double value, double unit)
    {
        if (!double.IsFinite(value)) return "none";
        int level = (int)Math.Min(4, Math.Ceiling(Math.Abs(value) / unit));
        return value == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(value > 0 ? 'g' : 'l')}{Math.Max(1, level)}");
    }

    private static void Cell(HtmlWriter html, double value, string css, string period)
    {
        if (!double.IsFinite(value)) html.Element("td", "", ("class", css));
        else html.Element("td", Show.Percent(value), ("class", css.Length == 0 ? null : css), ("data-tip", $"{period}: {Show.Signed(value, 2)}"));
    }
}
