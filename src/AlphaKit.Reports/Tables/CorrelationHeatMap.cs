using System.Globalization;

namespace AlphaKit.Reports;

/// <summary>A correlation matrix as a table of shaded squares; the number stands in every cell while there is room, and in its tip always.</summary>
internal static class CorrelationHeatMap
{
    /// <summary>Most factors with written numbers.</summary>
    private const int MostWritten = 16;

    /// <summary>Writes the heat map.</summary>
    public static void Write(HtmlWriter html, CorrelationMatrix matrix)
    {
        int n = matrix.Names.Count;
        if (n < 2)
        {
            Figure.NoData(html, "Factor correlations", "因子相关性", ("a correlation needs two factors.", "相关性至少需要两个因子。"));
            return;
        }

        using (html.In("div", ("class", "panel")))
        {
            using (html.In("h3")) html.Label("Rank correlation of factors", "因子秩相关");
            using (html.In("div", ("class", "scroll")))
            using (html.In("table", ("class", "heat square"), ("style", string.Create(CultureInfo.InvariantCulture, $"min-width:{160 + (n * 44)}px"))))
            {
                using (html.In("thead"))
                using (html.In("tr"))
                {
                    html.Element("th", "", ("scope", "col"), ("style", "width:20%"));
                    for (int j = 0; j < n; j++) html.Element("th", string.Create(CultureInfo.InvariantCulture, $"{j + 1}"), ("scope", "col"), ("data-tip", matrix.Names[j]));
                }

                using (html.In("tbody"))
                {
                    for (int i = 0; i < n; i++)
                    {
                        using (html.In("tr"))
                        {
                            html.Element("th", string.Create(CultureInfo.InvariantCulture, $"{matrix.Names[i]}  {i + 1}"), ("scope", "row"));
                            for (int j = 0; j < n; j++) Cell(html, matrix, i, j);
                        }

                        html.Line();
                    }
                }
            }

            html.Say("p", (
                "Red goes together, teal against each other; four shades of a quarter each. Mean over the days of each day's rank correlation.",
                "红色同向，青色反向，每档色深 0.25。为每日截面秩相关的均值。"), ("class", "note"));
        }

        html.Line();
    }

    private static void Cell(HtmlWriter html, CorrelationMatrix matrix, int i, int j)
    {
        double value = matrix[i, j];
        string written = Show.Fixed(value, 2), shade = i == j ? "none" : MonthlyHeatMap.Shade(value, 0.25);
        html.Element("td", matrix.Names.Count <= MostWritten ? written : "", ("class", shade.Length == 0 ? null : shade), ("data-tip", $"{matrix.Names[i]} · {matrix.Names[j]}: {written}"));
    }
}
